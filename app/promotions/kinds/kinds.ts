import { z } from "zod";
import { BundleTerms } from "./bundle/price";
import { BuyXGetYTerms } from "./buy-x-get-y/price";
import { CouponTerms } from "./coupon/terms";
import { GiftTerms } from "./gift/price";
import { LimitedSaleTerms } from "./limited-sale/terms";
import { QuantityTiersTerms } from "./quantity-tiers/price";
import { ScheduledSaleTerms } from "./scheduled-sale/terms";

/** Every promotion's terms. A new type is a file in `kinds/` and a member here; the compiler then shows every place that must
 *  answer. */
export const Terms = z.discriminatedUnion("kind", [
  LimitedSaleTerms,
  ScheduledSaleTerms,
  CouponTerms,
  BundleTerms,
  BuyXGetYTerms,
  QuantityTiersTerms,
  GiftTerms,
]);
export type Terms = z.infer<typeof Terms>;
export type PromotionKind = Terms["kind"];
export type TermsOf<Kind extends PromotionKind> = Extract<Terms, { kind: Kind }>;

/** Whether units (of a sale) or uses (of a coupon) are counted and can be limited. */
export function isCounted(kind: PromotionKind): boolean {
  return kind === "limited-sale" || kind === "coupon";
}

/** As staff and explanations call them. */
export const kindNames: Record<PromotionKind, string> = {
  "limited-sale": "limited sale",
  "scheduled-sale": "sale",
  coupon: "coupon",
  bundle: "bundle",
  "buy-x-get-y": "buy some, get some",
  "quantity-tiers": "group price",
  gift: "free course",
};
