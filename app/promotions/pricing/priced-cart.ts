import type { PromotionId } from "~/core/ids";
import type { Cents } from "~/core/money";
import type { PromotionKind } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";
import type { Hint } from "../units/hint";

/** The most that a cart can cost at regular prices. The product of two such amounts is still an exact number, so shares are
 *  exact to the cent. $900,000.00 is also about the most that Stripe takes in one payment. */
export const largestCart = 90_000_000;

/** Units left of each promotion's stock (sale units or coupon uses), by promotion id, and uses left of single codes, by code. Anything
 *  not listed has no such limit. */
export type Stock = { units: ReadonlyMap<PromotionId, number>; codes?: ReadonlyMap<string, number> };

export type Shopper = {
  /** What the shopper can still take from each promotion, by id; one not listed has no limit per customer. */
  unitsAllowed: ReadonlyMap<PromotionId, number>;
  /** Coupon codes in the order entered, as `normalizeCode` writes them. */
  codes?: readonly string[];
  /** Unknown until the shopper enters an e-mail address; treated as a first order until then, and checked again at checkout. */
  isFirstOrder?: boolean;
};

/** What one promotion took off a portion. */
export type Adjustment = {
  promotionId: PromotionId;
  /** PRICING 12: the version of the terms that made this adjustment. */
  version: number;
  name: string;
  kind: PromotionKind;
  /** The coupon's code. */
  code?: string;
  /** The amount taken off, positive. */
  amount: Cents;
};

/** Units of a line with the same promotions. `regular` is their combined regular price; `total` is `regular` minus the adjustments, and
 *  need not divide evenly by the quantity. */
export type Portion = { quantity: number; regular: Cents; adjustments: Adjustment[]; total: Cents };

export type PricedLine = CartLine & { portions: Portion[]; total: Cents };

/** Why an entered coupon does nothing. */
export type CouponRefusal =
  | { kind: "unknown" }
  | { kind: "not-yet"; startsAt: Date }
  | { kind: "over" }
  | { kind: "used-up" }
  | { kind: "used-by-you" }
  | { kind: "not-first-order" }
  | { kind: "nothing-in-scope" }
  /** `missing` more would make it work. */
  | { kind: "minimum-spend"; minimum: Cents; missing: Cents }
  /** Everything it could touch has a price it doesn't combine with. */
  | { kind: "does-not-combine"; with: string[] }
  /** The cart is cheaper without it. */
  | { kind: "others-are-cheaper" };

export type CouponOutcome = {
  code: string;
  promotionId?: PromotionId;
  name?: string;
  /** The amount it took off; 0 if it was refused. */
  amount: Cents;
  refusal?: CouponRefusal;
};

export type PricedCart = {
  /** In the order given. */
  lines: PricedLine[];
  items: Cents;
  regularItems: Cents;
  /** One for each entered code, in that order. */
  coupons: CouponOutcome[];
  hints: Hint[];
};
