import type { CouponKind } from "../../units/kind";
import { couponForm } from "./form";
import { couponPrice } from "./price";
import { type CouponTerms, couponTerms } from "./terms";
import { couponText } from "./text";

export const coupon = {
  stage: "coupons",
  terms: couponTerms,
  price: couponPrice,
  text: couponText,
  form: couponForm,
} satisfies CouponKind<CouponTerms>;
