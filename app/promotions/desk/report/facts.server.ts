import type { CourseId, OrderId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import type { ReportFact } from "./report";

/** What a promotion applied to, one row for each paid order and course, added up by the database from the orders' snapshots. An order that
 *  was paid too late and refunded was never a sale, so it isn't included. Refunds are not stored per unit: each portion has its share
 *  (PRICING 9), rounded down to the cent. */
export async function readReportFacts(promotionId: PromotionId): Promise<ReportFact[]> {
  type Figures = Record<"units" | "revenue" | "discount" | "refunded", bigint | number | null>;
  type Row = { orderId: OrderId; paidAt: Date | string; courseId: CourseId; title: string } & Figures;
  const rows = await db().$queryRaw<Row[]>`
    SELECT placed."id" AS "orderId", placed."paidAt", course."id" AS "courseId", course."title",
           SUM(portion."quantity") AS "units", SUM(portion."totalCents") AS "revenue", SUM(taken."amount") AS "discount",
           SUM(portion."totalCents" * back."amount" / NULLIF(placed."totalCents", 0)) AS "refunded"
    FROM (
      SELECT "orderLineId", "portionPosition", SUM("amountCents") AS "amount"
      FROM "OrderAdjustment" WHERE "promotionId" = ${promotionId} GROUP BY "orderLineId", "portionPosition"
    ) AS taken
    JOIN "OrderPortion" AS portion
      ON portion."orderLineId" = taken."orderLineId" AND portion."position" = taken."portionPosition"
    JOIN "OrderLine" AS line ON line."id" = portion."orderLineId"
    JOIN "Order" AS placed ON placed."id" = line."orderId"
    JOIN "CourseFormat" AS sold ON sold."id" = line."courseFormatId"
    JOIN "Course" AS course ON course."id" = sold."courseId"
    LEFT JOIN (
      SELECT "orderId", SUM("amountCents") AS "amount" FROM "Refund" WHERE "state" <> 'failed' GROUP BY "orderId"
    ) AS back ON back."orderId" = placed."id"
    WHERE placed."paidAt" IS NOT NULL
    GROUP BY placed."id", placed."paidAt", course."id", course."title"`;
  return rows.map(({ paidAt, units, revenue, discount, refunded, ...row }) => ({
    ...row,
    // SQLite's dates are text.
    paidAt: new Date(paidAt),
    units: Number(units),
    revenue: cents(Number(revenue)),
    discount: cents(Number(discount)),
    refunded: cents(Number(refunded ?? 0)),
  }));
}
