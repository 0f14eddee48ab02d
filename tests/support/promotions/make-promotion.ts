import { PromotionId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { Terms } from "~/promotions/kinds/kinds";

type Wanted = {
  terms: object;
  name?: string;
  /** A coupon's codes; its id is the first of them. */
  codes?: string[];
  /** Sale units or uses in total, and for one customer. */
  limit?: number;
  perCustomer?: number;
};

let made = 0;

/** Creates a published promotion that runs now; returns its id, which is also its stock's id if it has a limit. */
export async function makePromotion({ terms, name, codes = [], limit, perCustomer }: Wanted): Promise<PromotionId> {
  made += 1;
  const id = PromotionId.parse(codes[0] ?? `promotion-${made}`);
  if (limit !== undefined) await db().stock.create({ data: { id, capacity: limit, perCustomer } });
  const at = Date.now();
  await db().promotion.create({
    data: {
      id,
      name: name ?? id,
      terms: Terms.parse(terms),
      startsAt: new Date(at - 60_000),
      endsAt: new Date(at + 3_600_000),
      stockId: limit === undefined ? undefined : id,
      codes: { create: codes.map((code) => ({ code, createdAt: new Date(at) })) },
    },
  });
  return id;
}

/** A coupon that takes off a percentage (basis points) or an amount (cents), and by default combines with anything. */
export function coupon(off: { basisPoints: number } | { cents: number }, more: object = {}) {
  const kind = "basisPoints" in off ? "percent-off" : "amount-off";
  const combinesWith = { sales: true, automatic: true, coupons: true };
  return { kind: "coupon", scope: {}, discount: { kind, ...off }, combinesWith, ...more };
}
