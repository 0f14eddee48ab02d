import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { impossible } from "~/core/result";
import type { CouponRefusal } from "./priced-cart";

/** Why a coupon does nothing, and what would make it work. Times are told in `timeZone`. */
export function refusalWords(refusal: CouponRefusal, code: string, timeZone: string): string {
  switch (refusal.kind) {
    case "unknown":
      return `We have no coupon with the code ${code}. Please check how it is written.`;
    case "not-yet":
      return `Coupon ${code} begins on ${formatInstant(refusal.startsAt, timeZone)}. It works from then on.`;
    case "over":
      return `Coupon ${code} is over.`;
    case "used-up":
      return `Coupon ${code} is used up: every use of it is taken.`;
    case "used-by-you":
      return `You have used coupon ${code} as often as one customer may.`;
    case "not-first-order":
      return `Coupon ${code} is for a first order, and you have ordered before.`;
    case "nothing-in-scope":
      return `Coupon ${code} is for other courses or formats than those in your cart. It works once you add one of them.`;
    case "minimum-spend":
      return `${formatCents(refusal.missing)} more makes coupon ${code} work: the courses that it is for must cost at least ${formatCents(refusal.minimum)}.`;
    case "does-not-combine":
      return `Coupon ${code} can’t be used together with ${listOf(refusal.with)}. It works for courses that have no such price.`;
    case "others-are-cheaper":
      return `Coupon ${code} is left out: it can’t be combined with your other reductions, and your cart is cheaper with them.`;
    default:
      return impossible(refusal);
  }
}

function listOf(names: string[]): string {
  return new Intl.ListFormat("en-US", { type: "conjunction" }).format(names.map((name) => `“${name}”`));
}
