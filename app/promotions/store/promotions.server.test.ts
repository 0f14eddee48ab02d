import { afterEach, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { Terms } from "../kinds/kinds";
import { readPromotions } from "./promotions.server";

const now = new Date("2031-06-15T12:00:00Z");
const day = 86_400_000;
const at = (days: number) => new Date(now.getTime() + days * day);

type Given = { kind?: "coupon" | "scheduled-sale"; from?: number; to?: number; codes?: string[] };

async function make(id: string, { kind = "coupon", from = -1, to = 1, codes = [] }: Given, more: object = {}) {
  const off = { kind: "percent-off", basisPoints: 1000 };
  const terms = Terms.parse({ kind, scope: {}, [kind === "coupon" ? "discount" : "price"]: off });
  const window = { startsAt: at(from), endsAt: at(to) };
  const made = { create: codes.map((code) => ({ code, createdAt: now })) };
  await db().promotion.create({ data: { id, name: id, terms, ...window, codes: made, ...more } });
}
afterEach(async () => {
  await db().couponCode.deleteMany({ where: { promotionId: { startsWith: "t-" } } });
  await db().promotion.deleteMany({ where: { id: { startsWith: "t-" } } });
});

const read = async (codes: string[] = []) =>
  (await readPromotions(now, codes)).filter(({ id }) => id.startsWith("t-")).map(({ id }) => id);

test("every published promotion that has not ended is read, including those that have not started", async () => {
  await make("t-running", { kind: "scheduled-sale" });
  await make("t-coming", { kind: "scheduled-sale", from: 1, to: 2 });
  await make("t-over", { kind: "scheduled-sale", to: 0 });
  await make("t-draft", { kind: "scheduled-sale" }, { published: false });
  expect(await read()).toEqual(["t-coming", "t-running"]);
});

test("only coupons whose code was entered are read, including ended, paused, and upcoming ones", async () => {
  await make("t-one", { codes: ["ONE", "UNO"] });
  await make("t-other", { codes: ["OTHER"] });
  await make("t-nameless", {});
  await make("t-over", { codes: ["OVER"], to: 0 });
  await make("t-paused", { codes: ["PAUSED"] }, { status: "paused" });
  await make("t-coming", { codes: ["COMING"], from: 1, to: 2 });
  await make("t-draft", { codes: ["DRAFT"] }, { published: false });
  expect(await read()).toEqual([]);
  expect(await read(["UNO", "OVER", "PAUSED", "COMING", "DRAFT", "UNKNOWN"])).toEqual([
    "t-coming",
    "t-one",
    "t-over",
    "t-paused",
  ]);
});

test("a coupon has the codes that were entered, each with its own limit", async () => {
  await make("t-bulk", { codes: ["FIRST", "SECOND", "THIRD"] });
  const { id: stockId } = await db().stock.create({ data: { capacity: 1 } });
  await db().couponCode.update({ where: { code: "SECOND" }, data: { stockId } });
  const [bulk] = (await readPromotions(now, ["SECOND", "FIRST"])).filter(({ id }) => id === "t-bulk");
  expect(bulk).toMatchObject({
    codes: ["FIRST", "SECOND"],
    codeStocks: [{ code: "SECOND", stockId }],
    isPaused: false,
    version: 1,
  });
});
