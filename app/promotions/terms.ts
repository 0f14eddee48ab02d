import { z } from "zod";
import { BundleTerms } from "./kinds/bundle";
import { BuyXGetYTerms } from "./kinds/buy-x-get-y";
import { CouponTerms } from "./kinds/coupon";
import { GiftTerms } from "./kinds/gift";
import { LimitedSaleTerms } from "./kinds/limited-sale";
import { QuantityTiersTerms } from "./kinds/quantity-tiers";
import { ScheduledSaleTerms } from "./kinds/scheduled-sale";

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
