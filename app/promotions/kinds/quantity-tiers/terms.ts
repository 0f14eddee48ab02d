import { z } from "zod";
import { duplicateIndexes } from "~/core/duplicate-indexes";
import { combination } from "../../units/combination";
import { BasisPoints } from "../../units/discount";
import type { KindTerms, TermsProblem } from "../../units/kind";
import { Scope } from "../../units/scope";
import { validateScope } from "../../units/validate";

/** Group buying: the more units, the more off each of them. All units in the scope count, even if other promotions touch them. */
const QuantityTiersTerms = z.strictObject({
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
      for (const index of duplicateIndexes(tiers.map(({ quantity }) => quantity)))
        context.addIssue({
          code: "custom",
          path: [index, "quantity"],
          message: "Another tier has this quantity.",
        });
    })
    .describe("The discount on each unit for this quantity or more. The highest tier reached counts."),
  ...combination({ sales: false, automatic: false, coupons: true }),
});
export type QuantityTiersTerms = z.infer<typeof QuantityTiersTerms>;

export const quantityTiersTerms = {
  schema: QuantityTiersTerms,
  validate: (terms, formats) => [...validateScope("scope", terms.scope, formats), ...validateTiers(terms)],
  listCourses: ({ scope }) => scope.courseIds ?? [],
} satisfies KindTerms<QuantityTiersTerms>;

function validateTiers({ tiers }: QuantityTiersTerms): TermsProblem[] {
  const isRising = tiers.every(({ quantity, discount }, index) => {
    const before = tiers[index - 1];
    return !before || (quantity > before.quantity && discount > before.discount);
  });
  if (isRising) return [];
  return [
    { part: "tiers", message: "Each tier needs a higher quantity and a higher discount than the one before it." },
  ];
}
