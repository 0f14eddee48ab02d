import { decimalDollars } from "~/core/money";
import { db } from "~/platform/db.server";
import { requireRecord } from "~/promotions/promotion-facts.server";
import { type ReportRow, reportOf } from "~/promotions/report";
import { readShop } from "~/shop/shop.server";

/** What a promotion brought, from the snapshots of paid orders. Throws a 404 where there is none. */
export async function readReport(promotionId: string) {
  const [{ timeZone }, { id, values }, adjustments] = await Promise.all([
    readShop(),
    requireRecord(db(), promotionId),
    db().orderAdjustment.findMany({
      where: { promotionId, portion: { orderLine: { order: { state: "paid" } } } },
      select: {
        amountCents: true,
        portion: {
          select: {
            quantity: true,
            totalCents: true,
            orderLine: { select: { orderId: true, title: true, order: { select: { paidAt: true } } } },
          },
        },
      },
    }),
  ]);
  const rows = adjustments.flatMap(({ amountCents, portion: { quantity, totalCents, orderLine } }) => {
    const { orderId, title, order } = orderLine;
    return order.paidAt
      ? [{ orderId, title, paidAt: order.paidAt, quantity, total: totalCents, discount: amountCents }]
      : [];
  });
  return { promotion: { id, name: values.name }, report: reportOf(rows, timeZone) };
}
export type ReportPage = Awaited<ReturnType<typeof readReport>>;

/** The report as rows of a spreadsheet. */
export function spreadsheetOf({ report }: ReportPage) {
  const rowOf =
    (by: string) =>
    ({ label, orders, units, revenue, discount }: ReportRow) => ({
      By: by,
      Row: label,
      Orders: orders,
      Units: units,
      "Revenue USD": decimalDollars(revenue),
      "Discount USD": decimalDollars(discount),
    });
  return [...report.byDay.map(rowOf("day")), ...report.byCourse.map(rowOf("course")), rowOf("all")(report.all)];
}
