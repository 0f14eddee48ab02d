import { readCatalog } from "~/catalog/read/catalog.server";
import type { PromotionId, StockId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { noTotalLimit } from "~/stock/claim";
import { Terms } from "../kinds/kinds";
import { type CartLine, toCartLine } from "../units/cart-line";
import type { PromotionValues } from "./check-values";

export type PromotionRecord = {
  id: PromotionId;
  version: number;
  stockId: StockId | null;
  values: PromotionValues;
  /** Units or uses paid for, and those in open checkouts (PRICING 5). */
  sold: number;
  held: number;
  /** Codes generated in bulk, each with its own limit. */
  bulkCodes: number;
};

/** The promotions with these ids (all if there are none), newest first, with units sold and held for each. A hold past its end does
 *  not count. */
export async function readRecords(queries: Queries, ids?: PromotionId[]): Promise<PromotionRecord[]> {
  const at = await databaseNow(queries);
  const rows = await queries.promotion.findMany({
    where: ids ? { id: { in: ids } } : {},
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    include: {
      stock: { select: { capacity: true, perCustomer: true } },
      codes: { where: { stockId: null }, orderBy: { code: "asc" }, select: { code: true } },
      _count: { select: { codes: { where: { stockId: { not: null } } } } },
    },
  });
  const stockIds = rows.flatMap(({ stockId }) => stockId ?? []);
  const count = async (where: object) => {
    const groups = await queries.stockHold.groupBy({
      by: ["stockId"],
      where: { stockId: { in: stockIds }, ...where },
      _sum: { units: true },
    });
    return new Map(groups.map(({ stockId, _sum }) => [stockId, _sum.units ?? 0]));
  };
  const sold = await count({ state: "sold" });
  const held = await count({ state: "held", endsAt: { gt: at } });
  return rows.map(({ id, version, stockId, stock, terms, status, published, featured, codes, _count, ...row }) => ({
    id,
    version,
    stockId,
    values: {
      name: row.name,
      terms: Terms.parse(terms),
      limit: stock && stock.capacity < noTotalLimit ? stock.capacity : null,
      perCustomer: stock?.perCustomer ?? null,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      isPaused: status === "paused",
      isFeatured: featured,
      isPublished: published,
      codes: codes.map(({ code }) => code),
    },
    sold: sold.get(stockId ?? "") ?? 0,
    held: held.get(stockId ?? "") ?? 0,
    bulkCodes: _count.codes,
  }));
}

/** Throws a 404 if the promotion does not exist. */
export async function requireRecord(queries: Queries, promotionId: PromotionId): Promise<PromotionRecord> {
  const [record] = await readRecords(queries, [promotionId]);
  if (!record) throw new Response("This promotion does not exist.", { status: 404 });
  return record;
}

/** One line of one unit for each format of each published course, for checking a promotion's terms. */
export async function readSoldFormats(): Promise<CartLine[]> {
  const { courses } = await readCatalog();
  return courses.flatMap((course) => course.formats.map((format) => toCartLine(course, format, 1)));
}

/** What a promotion sold and took off, from the snapshots of paid orders. Amounts are cents. */
export type PromotionFigures = { orders: number; units: number; revenue: Cents; discount: Cents };

/** By promotion id; promotions that priced nothing are left out. */
export async function readFigures(): Promise<Map<PromotionId, PromotionFigures>> {
  type Row = { promotionId: PromotionId } & Record<keyof PromotionFigures, bigint | number>;
  const rows = await db().$queryRaw<Row[]>`
    SELECT adjustment."promotionId", COUNT(DISTINCT line."orderId") AS "orders", SUM(portion."quantity") AS "units",
           SUM(portion."totalCents") AS "revenue", SUM(adjustment."amount") AS "discount"
    FROM (
      -- Two of its codes on one portion are still one portion.
      SELECT "promotionId", "orderLineId", "portionPosition", SUM("amountCents") AS "amount"
      FROM "OrderAdjustment" GROUP BY "promotionId", "orderLineId", "portionPosition"
    ) AS adjustment
    JOIN "OrderPortion" AS portion
      ON portion."orderLineId" = adjustment."orderLineId" AND portion."position" = adjustment."portionPosition"
    JOIN "OrderLine" AS line ON line."id" = portion."orderLineId"
    JOIN "Order" AS placed ON placed."id" = line."orderId"
    WHERE placed."paidAt" IS NOT NULL
    GROUP BY adjustment."promotionId"`;
  return new Map(
    rows.map(({ promotionId, orders, units, revenue, discount }) => [
      promotionId,
      {
        orders: Number(orders),
        units: Number(units),
        revenue: cents(Number(revenue)),
        discount: cents(Number(discount)),
      },
    ]),
  );
}
