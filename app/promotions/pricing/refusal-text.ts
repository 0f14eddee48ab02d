import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import type { CouponRefusal } from "./priced-cart";

/** Why a coupon does nothing, and what would make it work. Times are in `timeZone`. */
export function explainRefusal(refusal: CouponRefusal, code: string, timeZone: string): string {
  switch (refusal.kind) {
    case "unknown":
      return `We don’t have a coupon with the code ${code}. Check the spelling.`;
    case "not-yet":
      return `Coupon ${code} starts on ${formatInstant(refusal.startsAt, timeZone)}.`;
    case "over":
      return `Coupon ${code} is no longer valid.`;
    case "used-up":
      return `Coupon ${code} has been used up.`;
    case "used-by-you":
      return `You have already used coupon ${code} the maximum number of times.`;
    case "not-first-order":
      return `Coupon ${code} is for first orders only, and you have ordered before.`;
    case "nothing-in-scope":
      return `Coupon ${code} doesn’t apply to the courses or formats in your cart. Add one that it covers to use it.`;
    case "minimum-spend":
      return `Spend ${formatCents(refusal.missing)} more to use coupon ${code}: the courses it covers must cost at least ${formatCents(refusal.minimum)}.`;
    case "does-not-combine":
      return `Coupon ${code} can’t be combined with ${joinNames(refusal.with)}. It applies only to courses without that discount.`;
    case "others-are-cheaper":
      return `Coupon ${code} was not applied: it can’t be combined with your other discounts, and your cart is cheaper with them.`;
    default:
      return assertNever(refusal);
  }
}

function joinNames(names: string[]): string {
  return new Intl.ListFormat("en-US", { type: "conjunction" }).format(names.map((name) => `“${name}”`));
}
