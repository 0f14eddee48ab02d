import { z } from "zod";

/** PRICING 3: the three places in the order of application. */
export type Stage = "sales" | "automatic" | "coupons";

/** What every promotion says of its company. Two promotions meet on the same unit only if each says that it combines with the
 *  other's stage. Two sales never meet on one unit, and two automatic promotions never on one line. */
export function combination(defaults: Record<Stage, boolean>) {
  return {
    combinesWith: z
      .strictObject({
        sales: z.boolean().default(defaults.sales).describe("Touches units that have a sale price."),
        automatic: z
          .boolean()
          .default(defaults.automatic)
          .describe("Touches lines that an automatic promotion touches."),
        coupons: z.boolean().default(defaults.coupons).describe("Touches units that a (further) coupon touches."),
      })
      .prefault({}),
    exclusive: z
      .boolean()
      .default(false)
      .describe("Stands alone in a cart: compared as a whole with the cart without it, and the cheaper one wins."),
    priority: z.int().min(-1000).max(1000).default(0).describe("The higher goes first, and wins a tie."),
  };
}
