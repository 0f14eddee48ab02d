import { db } from "~/platform/db.server";
import { Terms } from "../kinds/kinds";
import type { Promotion } from "../units/promotion";

export type StoredPromotion = Promotion & {
  /** Sale units, or a coupon's uses; null where there is no limit. */
  stockId: string | null;
  isFeatured: boolean;
  /** Entered codes that have a limit of their own. */
  codeStocks: { code: string; stockId: string }[];
};

/** What may price a cart at `now`, in the order of ids: every published promotion that is not over, of any kind; of coupons
 *  those that one of the entered `codes` belongs to, over or not, so that a refusal can say why. Drafts are unknown.
 *  `previewed` is taken for published and not paused, so that staff see it before shoppers do. */
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
      // A coupon whose codes are not made yet.
      .filter(({ terms, codes: own }) => terms.kind !== "coupon" || own.length > 0)
  );
}
