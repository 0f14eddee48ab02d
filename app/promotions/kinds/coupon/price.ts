import type { KindPrice } from "../../units/kind";
import { isInScope, namesOtherCourses } from "../../units/scope";
import type { CouponTerms } from "./terms";

export const couponPrice: KindPrice<CouponTerms> = {
  namesOtherCourses: ({ scope }, courseIds) => namesOtherCourses(scope, courseIds),
  canDiscount: ({ scope }, line) => isInScope(scope, line),
};
