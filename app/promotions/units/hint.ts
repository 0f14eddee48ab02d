import type { CourseId, PromotionId } from "~/core/ids";
import type { Cents } from "~/core/money";

/** What a small change to the cart would save. */
export type Hint =
  /** This many more units in the promotion's scope earn the (next) discount. */
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
  /** The gift is earned but not in the cart. */
  | { kind: "add-gift"; promotionId: PromotionId; name: string; courseId: CourseId }
  /** This much more earns the gift. */
  | { kind: "spend-for-gift"; promotionId: PromotionId; name: string; missing: Cents; courseId: CourseId };

/** Most units a hint suggests; more would be nagging. */
export const fewUnits = 1;
