import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { readFigures, requireRecord } from "./records.server";

const promotionId = "iv-therapeutics-sale";

test("a promotion's figures are from paid orders: its portions' revenue and its discounts", async () => {
  expect((await readFigures()).get(PromotionId.parse(promotionId))).toBeUndefined();
  await createSampleOrder({ email: "a@example.com", saleUnits: 2, state: "paid", number: 8001 });
  await createSampleOrder({ email: "b@example.com", saleUnits: 1, state: "paid", number: 8002 });
  await createSampleOrder({ email: "c@example.com", saleUnits: 1 });
  expect((await readFigures()).get(PromotionId.parse(promotionId))).toEqual({
    orders: 2,
    units: 3,
    revenue: 29_850,
    discount: 8_850,
  });
  expect(await requireRecord(db(), PromotionId.parse(promotionId))).toMatchObject({ sold: 3, held: 1 });
});

test("two adjustments of one promotion on one portion count its revenue once", async () => {
  const [first] = await db().orderAdjustment.findMany({ where: { promotionId }, orderBy: { orderLineId: "asc" } });
  if (!first) throw new Error("the paid orders have adjustments");
  const before = (await readFigures()).get(PromotionId.parse(promotionId));
  await db().orderAdjustment.create({ data: { ...first, position: first.position + 1, amountCents: 5 } });
  const after = (await readFigures()).get(PromotionId.parse(promotionId));
  expect(after).toMatchObject({ orders: before?.orders, units: before?.units, revenue: before?.revenue });
});
