import type { Cents } from "~/core/money";

/** What a small change of the cart would save. */
export type Hint =
  /** So many more units in the promotion's scope bring the (next) discount. */
  | { kind: "more-units"; promotionId: string; name: string; units: number; basisPoints: number; courseId?: string }
  /** One more course completes the bundle. */
  | { kind: "complete-bundle"; promotionId: string; name: string; courseId: string; price: Cents }
  /** The gift is earned, but not in the cart. */
  | { kind: "add-gift"; promotionId: string; name: string; courseId: string }
  /** So much more earns the gift. */
  | { kind: "spend-for-gift"; promotionId: string; name: string; missing: Cents; courseId: string };

/** Units that are worth a hint; suggesting more would be nagging. */
export const fewUnits = 1;
