import { db } from "~/platform/db.server";
import type { Promotion } from "./price-cart";
import { Terms } from "./terms";

export type StoredPromotion = Promotion & { stockId: string | null; isFeatured: boolean };

/** Every promotion that is not over at `now`, in the order of their ids. */
export async function readPromotions(now: Date): Promise<StoredPromotion[]> {
  const rows = await db().promotion.findMany({ where: { endsAt: { gt: now } }, orderBy: { id: "asc" } });
  return rows.map(({ status, featured, terms, ...row }) => ({
    ...row,
    terms: Terms.parse(terms),
    isPaused: status === "paused",
    isFeatured: featured,
  }));
}
