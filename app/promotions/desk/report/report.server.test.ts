import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { createSampleOrder } from "../../../../tests/support/orders/sample-order";
import { buildSpreadsheet, readReport } from "./report.server";

const sale = "iv-therapeutics-sale";

test("PRICING 9 and 12: a report adds up the snapshots of paid orders and shows what was refunded", async () => {
  expect((await readReport(PromotionId.parse(sale))).report.all).toMatchObject({ orders: 0, revenue: 0 });
  const kept = await createSampleOrder({ state: "paid", number: 1001, saleUnits: 2, email: "one@example.com" });
  const sentBack = await createSampleOrder({ state: "paid", number: 1002, email: "two@example.com" });
  await createSampleOrder({ email: "three@example.com" });
  await db().order.update({ where: { id: kept }, data: { paidAt: new Date("2026-11-24T05:59:59Z") } });
  await db().order.update({ where: { id: sentBack }, data: { paidAt: new Date("2026-11-24T06:00:00Z") } });
  // The whole order with its shipping; then a refund that the bank refused.
  const refund = (state: "succeeded" | "failed", amountCents: number) =>
    db().refund.create({
      data: {
        orderId: sentBack,
        amountCents,
        itemsCents: amountCents,
        reason: "x",
        state,
        idempotencyKey: state,
        createdAt: new Date(),
      },
    });
  await refund("succeeded", 9950 + 595);
  await refund("failed", 500);

  const page = await readReport(PromotionId.parse(sale));
  expect(page.report.all).toMatchObject({ orders: 2, units: 3, revenue: 29850, discount: 8850, refunded: 9950 });
  expect(page.report.byCourse).toMatchObject([{ courseId: "iv-therapeutics", title: "IV Therapeutics", orders: 2 }]);
  expect(buildSpreadsheet(page).rows).toEqual([
    {
      ...{ Day: "2026-11-24", Course: "IV Therapeutics", Orders: 1, Units: 1 },
      ...{ "Revenue USD": "99.50", "Discount USD": "29.50", "Refunded USD": "99.50" },
    },
    {
      ...{ Day: "2026-11-23", Course: "IV Therapeutics", Orders: 1, Units: 2 },
      ...{ "Revenue USD": "199.00", "Discount USD": "59.00", "Refunded USD": "0.00" },
    },
  ]);
});

test("there is no report for a missing promotion", async () => {
  await expect(readReport(PromotionId.parse("none"))).rejects.toMatchObject({ status: 404 });
});
