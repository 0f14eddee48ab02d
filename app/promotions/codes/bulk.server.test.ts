import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { countCodes, generateCodes, readCodes } from "./bulk.server";

const actor = "ines@example.com";
const coupon = async () => (await db().couponCode.findUniqueOrThrow({ where: { code: "TEN" } })).promotionId;

test("10,000 codes are generated together, each for one use, and the audit log says by whom", async () => {
  const promotionId = await coupon();
  await generateCodes(promotionId, { count: 10_000, prefix: "SPRING", known: 0, actor });
  expect(await countCodes(promotionId)).toEqual({ made: 10_000, used: 0, held: 0, unused: 10_000 });
  const codes = await readCodes(promotionId);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(10_000);
  expect(await db().stock.count({ where: { couponCode: { promotionId }, capacity: 1 } })).toBe(10_000);
  expect(
    await db().auditEntry.findFirst({ where: { subject: `promotion:${promotionId}`, action: "codes.made" } }),
  ).toMatchObject({ actor: "ines@example.com", after: { codes: 10_000, prefix: "SPRING" } });
});

test("a code that is used or in checkout is shown as such", async () => {
  const promotionId = await coupon();
  await generateCodes(promotionId, { count: 3, prefix: "CHECK", known: 10_000, actor });
  const made = (await readCodes(promotionId)).filter(({ code }) => code.startsWith("CHECK"));
  const stockOf = async (index: number) =>
    (await db().couponCode.findUniqueOrThrow({ where: { code: made[index]?.code ?? "" } })).stockId ?? "";
  const orderId = await createSampleOrder();
  const hold = (stockId: string, state: "sold" | "held") =>
    db().stockHold.create({
      data: {
        stockId,
        orderId,
        customerKey: "quinn@example.com",
        units: 1,
        state,
        endsAt: new Date(Date.now() + 60_000),
      },
    });
  await hold(await stockOf(0), "sold");
  await hold(await stockOf(1), "held");
  const states = (await readCodes(promotionId))
    .filter(({ code }) => code.startsWith("CHECK"))
    .map(({ state }) => state);
  expect(states).toEqual(["used", "in checkout", "unused"]);
  expect(await countCodes(promotionId)).toEqual({ made: 10_003, used: 1, held: 1, unused: 10_001 });
});

test("a form that is sent twice, even in parallel, generates its codes once", async () => {
  const promotionId = await coupon();
  const { made } = await countCodes(promotionId);
  const make = () => generateCodes(promotionId, { count: 5, prefix: "TWICE", known: made, actor });
  const answers = await Promise.all([make(), make()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { made: made + 5 } });
  expect((await countCodes(promotionId)).made).toBe(made + 5);
});

test("only a coupon has codes", async () => {
  await expect(
    generateCodes(PromotionId.parse("iv-therapeutics-sale"), { count: 1, prefix: "", known: 0, actor }),
  ).rejects.toMatchObject({
    status: 404,
  });
});
