import { z } from "zod";
import { cents } from "~/core/money";
import { databaseNow, type Queries } from "~/platform/db.server";
import type { SaleFacts } from "./revise-sale";
import { Terms } from "./terms";

export type Sale = SaleFacts & {
  id: string;
  version: number;
  stockId: string;
  courseId: string;
  terms: Terms;
};

const Limited = z.object({ id: z.string(), capacity: z.number(), perCustomer: z.number().nullable() });

/** A limited sale with what it is judged by, or undefined. Sold and held are counted from the holds themselves; a hold past
 *  its end counts for nothing (PRICING 5). */
export async function readSale(queries: Queries, promotionId: string): Promise<Sale | undefined> {
  const at = await databaseNow(queries);
  const row = await queries.promotion.findUnique({ where: { id: promotionId }, include: { stock: true } });
  if (!row) return undefined;
  const terms = Terms.parse(row.terms);
  const stock = Limited.parse(row.stock);
  const [lowest, sold, held] = await Promise.all([
    queries.courseFormat.aggregate({
      where: { courseId: terms.courseId, format: { in: terms.formats } },
      _min: { priceCents: true },
    }),
    queries.stockHold.aggregate({ where: { stockId: stock.id, state: "sold" }, _sum: { units: true } }),
    queries.stockHold.aggregate({
      where: { stockId: stock.id, state: "held", endsAt: { gt: at } },
      _sum: { units: true },
    }),
  ]);
  const { id, name, version, startsAt, endsAt, status, featured } = row;
  return {
    id,
    name,
    version,
    terms,
    stockId: stock.id,
    courseId: terms.courseId,
    price: terms.price,
    limit: stock.capacity,
    perCustomer: stock.perCustomer,
    startsAt,
    endsAt,
    isPaused: status === "paused",
    isFeatured: featured,
    regularPrice: cents(lowest._min.priceCents ?? 0),
    sold: sold._sum.units ?? 0,
    held: held._sum.units ?? 0,
  };
}
