import type { StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { isCoupon, type Promotion, Terms } from "../kinds/kinds";

export type StoredPromotion = Promotion & {
  /** Sale units, or a coupon's uses; null if nothing is counted. */
  stockId: StockId | null;
  isFeatured: boolean;
  /** Entered codes that have their own limit. */
  codeStocks: { code: string; stockId: StockId }[];
};

/** The promotions that can price a cart at `now`, by id: every published one that hasn't ended; among coupons, those that one of the
 *  entered `codes` belongs to, ended or not, so a refusal can say why. Drafts are left out. `previewed` is treated as published
 *  and not paused, so staff see it before shoppers do. */
export async function readPromotions(
  now: Date,
  codes: readonly string[] = [],
  previewed?: string,
): Promise<StoredPromotion[]> {
  const entered = { code: { in: [...codes] } };
  const rows = await db().promotion.findMany({
    where: {
      OR: [
        { published: true, OR: [{ endsAt: { gt: now }, codes: { none: {} } }, { codes: { some: entered } }] },
        ...(previewed ? [{ id: previewed }] : []),
      ],
    },
    include: { codes: { where: entered, orderBy: { code: "asc" }, select: { code: true, stockId: true } } },
    orderBy: { id: "asc" },
  });
  return (
    rows
      .map(({ status, featured, terms, codes: own, ...row }) => ({
        ...row,
        terms: Terms.parse(terms),
        isPaused: status === "paused" && row.id !== previewed,
        isFeatured: featured,
        codes: own.map(({ code }) => code),
        codeStocks: own.flatMap(({ code, stockId }) => (stockId ? [{ code, stockId }] : [])),
      }))
      // A coupon without codes can't be entered yet.
      .filter((promotion) => !isCoupon(promotion) || promotion.codes.length > 0)
  );
}
