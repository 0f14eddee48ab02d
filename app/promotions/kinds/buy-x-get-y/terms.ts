import { z } from "zod";
import { combination } from "../../units/combination";
import { BasisPoints } from "../../units/discount";
import type { KindTerms } from "../../units/kind";
import { Scope } from "../../units/scope";
import { validateScope } from "../../units/validate";

/** For every X units bought, Y more at a discount, as many times as the cart has them. */
const BuyXGetYTerms = z.strictObject({
  kind: z.literal("buy-x-get-y"),
  scope: Scope.describe("What must be bought."),
  buy: z.int().min(1).max(100).describe("X: units at their own price."),
  get: z.int().min(1).max(100).describe("Y: units at the discount."),
  reward: Scope.optional().describe(
    "Which units are discounted, the most expensive first. Without it, units of the same scope are grouped from the most expensive down, and the cheapest of each group are discounted.",
  ),
  discount: BasisPoints,
  maximumSets: z.int().min(1).optional().describe("Maximum times per order."),
  ...combination({ sales: false, automatic: false, coupons: true }),
});
export type BuyXGetYTerms = z.infer<typeof BuyXGetYTerms>;

export const buyXGetYTerms = {
  schema: BuyXGetYTerms,
  validate: ({ scope, reward }, formats) => [
    ...validateScope("scope", scope, formats),
    ...(reward ? validateScope("reward", reward, formats) : []),
  ],
  listCourses: ({ scope, reward }) => [...new Set([...(scope.courseIds ?? []), ...(reward?.courseIds ?? [])])],
} satisfies KindTerms<BuyXGetYTerms>;
