import { expect, test } from "vitest";
import { failed, ok, type Result } from "~/core/result";
import { db, type Queries } from "./client.server";
import { transaction } from "./transaction.server";

const write = (tx: Queries, id: string) => tx.cart.create({ data: { id, updatedAt: new Date() } });
const isThere = async (id: string) => (await db().cart.count({ where: { id } })) === 1;

test.each([
  { story: "a plain value", answer: "plain" },
  { story: "nothing", answer: undefined },
  { story: "null", answer: null },
  { story: "false", answer: false },
  { story: "a Result that is ok", answer: ok("value") },
  { story: "a Result that is ok with nothing", answer: ok(undefined) },
])("commits and answers $story", async ({ story, answer }) => {
  expect(
    await transaction(async (tx) => {
      await write(tx, story);
      return answer;
    }),
  ).toEqual(answer);
  expect(await isThere(story)).toBe(true);
});

test("rolls back on a failed Result, and that Result is the answer", async () => {
  const problem = { kind: "units-gone", stockId: "a" } as const;
  const answer: Result<string, typeof problem> = await transaction(async (tx) => {
    await write(tx, "failed");
    return failed(problem);
  });
  expect(answer).toEqual({ ok: false, problem });
  expect(await isThere("failed")).toBe(false);
});

test("rolls back on what is thrown, and throws it", async () => {
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

test("rolls back what takes longer than its time", async () => {
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
