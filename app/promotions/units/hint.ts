import type { CourseId, PromotionId } from "~/core/ids";
import type { Cents } from "~/core/money";

/** What a small change of the cart would save. */
export type Hint =
  /** So many more units in the promotion's scope bring the (next) discount. */
  | {
      kind: "more-units";
      promotionId: PromotionId;
      name: string;
      units: number;
      basisPoints: number;
      courseId?: CourseId;
    }
  /** One more course completes the bundle. */
  | { kind: "complete-bundle"; promotionId: PromotionId; name: string; courseId: CourseId; price: Cents }
  /** The gift is earned, but not in the cart. */
  | { kind: "add-gift"; promotionId: PromotionId; name: string; courseId: CourseId }
  /** So much more earns the gift. */
  | { kind: "spend-for-gift"; promotionId: PromotionId; name: string; missing: Cents; courseId: CourseId };

/** Units that are worth a hint; suggesting more would be nagging. */
export const fewUnits = 1;
