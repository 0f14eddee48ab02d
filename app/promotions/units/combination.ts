import { z } from "zod";

/** PRICING 3: the three stages, in order of application. */
export const stages = ["sales", "automatic", "coupons"] as const;
export type Stage = (typeof stages)[number];

/** How a promotion combines with others. Two of them touch the same unit only if each says that it combines with the
 *  other's stage. Two sales never touch one unit, and two automatic promotions never touch one line. */
export type Combination = {
  combinesWith: Record<Stage, boolean>;
  exclusive: boolean;
  priority: number;
};

/** What the terms of every kind have. */
export type CommonTerms = Combination & { kind: string };

/** The part of a kind's schema that says how it combines with others. */
export function combination(defaults: Record<Stage, boolean>) {
  return {
    combinesWith: z
      .strictObject({
        sales: z.boolean().default(defaults.sales).describe("Can apply to units that have a sale price."),
        automatic: z
          .boolean()
          .default(defaults.automatic)
          .describe("Can apply to lines that have an automatic promotion."),
        coupons: z.boolean().default(defaults.coupons).describe("Can apply to units that also have a coupon."),
      })
      .prefault({}),
    exclusive: z
      .boolean()
      .default(false)
      .describe("Alone in a cart: the cart with only this promotion is compared with the cart without it."),
    priority: z.int().min(-1000).max(1000).default(0).describe("Higher goes first and wins a tie."),
  };
}
