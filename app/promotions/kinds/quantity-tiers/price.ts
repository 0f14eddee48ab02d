import { z } from "zod";
import { repeated } from "~/core/repeated";
import type { CartLine } from "../../pricing/priced-cart";
import { combination } from "../../units/combination";
import { BasisPoints, percentOf } from "../../units/discount";
import { takeOff, type Work } from "../../units/priced-units";
import type { Promotion } from "../../units/promotion";
import { isInScope, Scope } from "../../units/scope";

/** Group buying: the more units, the more off each of them. All units in the scope count, whatever else touches them. */
export const QuantityTiersTerms = z.strictObject({
  kind: z.literal("quantity-tiers"),
  scope: Scope,
  count: z
    .enum(["course", "scope"])
    .default("scope")
    .describe("What is counted together: units of the same course, or all units in the scope."),
  tiers: z
    .array(z.strictObject({ quantity: z.int().min(2).max(1000), discount: BasisPoints }))
    .min(1)
    .max(20)
    .superRefine((tiers, context) => {
      for (const index of repeated(tiers.map(({ quantity }) => quantity)))
        context.addIssue({
          code: "custom",
          path: [index, "quantity"],
          message: "Another tier begins at this quantity.",
        });
    })
    .describe("From this quantity on, so much off each unit. The highest tier that is reached counts."),
  ...combination({ sales: false, automatic: false, coupons: true }),
});
type QuantityTiersTerms = z.infer<typeof QuantityTiersTerms>;

/** Units that count together with a line's. */
export function unitsCounted(terms: QuantityTiersTerms, cart: readonly CartLine[], courseId: string): number {
  return cart.reduce((sum, line) => {
    const counts = isInScope(terms.scope, line) && (terms.count === "scope" || line.courseId === courseId);
    return counts ? sum + line.quantity : sum;
  }, 0);
}

/** The discount that a line's units have earned, in basis points; 0 where no tier is reached. */
export function tierReached(terms: QuantityTiersTerms, cart: readonly CartLine[], courseId: string): number {
  const units = unitsCounted(terms, cart, courseId);
  return terms.tiers
    .filter(({ quantity }) => quantity <= units)
    .reduce((best, tier) => (tier.quantity > best.quantity ? tier : best), { quantity: 0, discount: 0 }).discount;
}

export function applyTier(promotion: Promotion, work: Work, basisPoints: number): void {
  takeOff(work, promotion, percentOf(work.total, basisPoints));
}
