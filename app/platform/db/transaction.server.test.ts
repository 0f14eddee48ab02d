import { expect, test } from "vitest";
import { failed, ok, type Result } from "~/core/result";
import { db, type Queries } from "./client.server";
import { beforeCommit, isTransaction, transaction } from "./transaction.server";

const write = (tx: Queries, id: string) => tx.cart.create({ data: { id, updatedAt: new Date() } });
const isThere = async (id: string) => (await db().cart.count({ where: { id } })) === 1;

test.each([
  { story: "a plain value", answer: "plain" },
  { story: "nothing", answer: undefined },
  { story: "null", answer: null },
  { story: "false", answer: false },
  { story: "an ok Result", answer: ok("value") },
  { story: "an ok Result without a value", answer: ok(undefined) },
])("commits and returns $story", async ({ story, answer }) => {
  expect(
    await transaction(async (tx) => {
      await write(tx, story);
      return answer;
    }),
  ).toEqual(answer);
  expect(await isThere(story)).toBe(true);
});

test("rolls back on a failed Result and returns it", async () => {
  const problem = { kind: "units-gone", stockId: "a" } as const;
  const answer: Result<string, typeof problem> = await transaction(async (tx) => {
    await write(tx, "failed");
    return failed(problem);
  });
  expect(answer).toEqual({ ok: false, problem });
  expect(await isThere("failed")).toBe(false);
});

test("rolls back on a thrown error and rethrows it", async () => {
  const gone = new Response("Gone", { status: 404 });
  for (const thrown of [new Error("a bug"), gone])
    await expect(
      transaction(async (tx) => {
        await write(tx, "thrown");
        throw thrown;
      }),
    ).rejects.toBe(thrown);
  expect(await isThere("thrown")).toBe(false);
});

test("rolls back on timeout", async () => {
  const slow = transaction(
    async (tx) => {
      await write(tx, "slow");
      await new Promise((resolve) => setTimeout(resolve, 500));
      await write(tx, "slower");
    },
    { timeout: 100 },
  );
  await expect(slow).rejects.toThrow();
  expect(await isThere("slow")).toBe(false);
});

test("work for right before the commit runs last, with what else the transaction wrote, and only if it commits", async () => {
  const steps: string[] = [];
  await transaction(async (tx) => {
    expect([isTransaction(tx), isTransaction(db())]).toEqual([true, false]);
    beforeCommit(tx, async () => {
      steps.push((await tx.cart.count({ where: { id: "last" } })) === 1 ? "sees it" : "does not see it");
    });
    steps.push("first");
    await write(tx, "last");
  });
  expect(steps).toEqual(["first", "sees it"]);
  await transaction(async (tx) => {
    beforeCommit(tx, async () => void steps.push("of what is rolled back"));
    return failed("no");
  });
  expect(steps).toHaveLength(2);
  expect(() => beforeCommit(db(), async () => {})).toThrow("needs a transaction");
});
