import type { KindPrice } from "../../units/kind";
import { isInScope, namesOtherCourses } from "../../units/scope";
import type { CouponTerms } from "./terms";

export const couponPrice: KindPrice<CouponTerms> = {
  isElsewhere: ({ scope }, courseIds) => namesOtherCourses(scope, courseIds),
  canTouch: ({ scope }, line) => isInScope(scope, line),
};
