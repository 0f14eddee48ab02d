import { z } from "zod";
import { formatCents } from "~/core/money";
import { combination } from "../../units/combination";
import { CentsAmount, CouponDiscount } from "../../units/discount";
import type { KindTerms, TermsProblem } from "../../units/kind";
import { Scope } from "../../units/scope";
import { validateScope } from "../../units/validate";

/** PRICING 3c: for shoppers who enter its code. By default, it doesn't touch units that already have a sale price. How often it
 *  can be used, in total and per customer, is counted by its stock, like a limited sale's units. */
const CouponTerms = z.strictObject({
  kind: z.literal("coupon"),
  scope: Scope,
  discount: CouponDiscount,
  minimumSpend: CentsAmount.optional().describe(
    "Minimum price of the lines in its scope, after sales and automatic promotions and before any coupon.",
  ),
  firstOrderOnly: z.boolean().default(false),
  ...combination({ sales: false, automatic: true, coupons: true }),
});
export type CouponTerms = z.infer<typeof CouponTerms>;

export const couponTerms = {
  schema: CouponTerms,
  validate: (terms, formats) => [...validateScope("scope", terms.scope, formats), ...validateMinimum(terms)],
  listCourses: ({ scope }) => scope.courseIds ?? [],
  counted: {
    unit: "use",
    totalHint: "Leave empty for no limit",
    // A first order happens once.
    defaultPerCustomer: ({ firstOrderOnly }) => (firstOrderOnly ? 1 : null),
    validateLimits: ({ firstOrderOnly }, { perCustomer }) =>
      firstOrderOnly && perCustomer !== 1
        ? [{ field: "perCustomer", message: "Enter 1: a customer has only one first order." }]
        : [],
  },
} satisfies KindTerms<CouponTerms>;

function validateMinimum({ discount, minimumSpend }: CouponTerms): TermsProblem[] {
  if (discount.kind !== "amount-off") return [];
  if (discount.cents === 0) return [{ part: "discount", message: "Enter more than $0.00." }];
  if (minimumSpend === undefined || minimumSpend >= discount.cents) return [];
  return [
    { part: "minimumSpend", message: `The minimum can't be below the discount, ${formatCents(discount.cents)}.` },
  ];
}
