import { z } from "zod";
import { combination } from "../../units/combination";
import { CentsAmount, CouponDiscount } from "../../units/discount";
import { Scope } from "../../units/scope";

/** PRICING 3c: for those who enter its code. By default it does not touch units that already have a sale price. How often it
 *  can be used, in total and by one customer, is its stock's business, as with a limited sale. */
export const CouponTerms = z.strictObject({
  kind: z.literal("coupon"),
  scope: Scope,
  discount: CouponDiscount,
  minimumSpend: CentsAmount.optional().describe(
    "What the lines in its scope must cost at least, after sales and automatic promotions and before any coupon.",
  ),
  firstOrderOnly: z.boolean().default(false),
  ...combination({ sales: false, automatic: true, coupons: true }),
});
