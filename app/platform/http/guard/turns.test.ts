import { expect, test } from "vitest";
import { addresses } from "~/addresses/addresses";
import { turnsFor } from "./costly";
import { createTurns } from "./turns";

test("SECURITY 39: so many work, so many wait, and the rest are told at once", async () => {
  const turns = createTurns({ atOnce: 2, waiting: 2, perClient: 10 });
  const working = [await turns.take("a"), await turns.take("a")];
  const waiting = [turns.take("b"), turns.take("c")];
  expect(await turns.take("d")).toBeUndefined();
  working[0]?.();
  const third = await waiting[0];
  expect(third).toBeTypeOf("function");
  const fifth = turns.take("d");
  expect(await turns.take("e")).toBeUndefined();
  for (const next of [working[1], third, waiting[1], fifth]) (await next)?.();
  expect(await turns.take("e")).toBeTypeOf("function");
});

test("SECURITY 39: one client has its share of the queue and no more", async () => {
  const turns = createTurns({ atOnce: 1, waiting: 10, perClient: 3 });
  const end = await turns.take("greedy");
  const own = [turns.take("greedy"), turns.take("greedy")];
  expect(await turns.take("greedy")).toBeUndefined();
  const other = turns.take("other");
  end?.();
  for (const turn of own) (await turn)?.();
  expect(await other).toBeTypeOf("function");
  expect(turns.take("greedy")).toBeInstanceOf(Promise);
});

test("SECURITY 39: every document waits for its turn, and so do searches, simulations, bulk codes, and downloads of personal data", () => {
  const drawn = Object.values(addresses).filter((pattern) => /pdf/.test(pattern));
  expect(drawn.length).toBeGreaterThan(8);
  for (const pattern of drawn) expect([pattern, turnsFor(`/${pattern}`, "") !== undefined]).toEqual([pattern, true]);
  expect(turnsFor("/catalog", "sort=title&q=bone")).toBeDefined();
  expect(turnsFor("/staff/promotions/simulator", "")).toBeDefined();
  for (const path of [
    "/staff/promotions/ten/codes",
    "/staff/promotions/ten/codes.csv",
    "/account/privacy/my-data.json",
  ])
    expect([path, turnsFor(path, "") !== undefined]).toEqual([path, true]);
  for (const [path, query] of [
    ["/catalog", "q="],
    ["/catalog", "sort=title"],
    ["/cart", ""],
    ["/nothing", "q=a"],
  ] as const)
    expect([path, turnsFor(path, query)]).toEqual([path, undefined]);
});
