import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { CouponRefusal } from "./priced-cart";
import { explainRefusal } from "./refusal-text";

test.each<{ refusal: CouponRefusal; words: string }>([
  { refusal: { kind: "unknown" }, words: "We don’t have a coupon with the code TEN. Check the spelling." },
  {
    refusal: { kind: "not-yet", startsAt: new Date("2026-12-01T06:00:00Z") },
    words: "Coupon TEN starts on Dec 1, 2026, 12:00 AM CST.",
  },
  { refusal: { kind: "over" }, words: "Coupon TEN is no longer valid." },
  { refusal: { kind: "used-up" }, words: "Coupon TEN has been used up." },
  { refusal: { kind: "used-by-you" }, words: "You have already used coupon TEN the maximum number of times." },
  { refusal: { kind: "not-first-order" }, words: "Coupon TEN is for first orders only, and you have ordered before." },
  {
    refusal: { kind: "nothing-in-scope" },
    words: "Coupon TEN doesn’t apply to the courses or formats in your cart. Add one that it covers to use it.",
  },
  {
    refusal: { kind: "minimum-spend", minimum: cents(5000), missing: cents(1240) },
    words: "Spend $12.40 more to use coupon TEN: the courses it covers must cost at least $50.00.",
  },
  {
    refusal: { kind: "does-not-combine", with: ["Last copies", "Three for two"] },
    words:
      "Coupon TEN can’t be combined with “Last copies” and “Three for two”. It applies only to courses without that discount.",
  },
  {
    refusal: { kind: "others-are-cheaper" },
    words:
      "Coupon TEN was not applied: it can’t be combined with your other discounts, and your cart is cheaper with them.",
  },
])("a refused coupon says why: $refusal.kind", ({ refusal, words }) => {
  expect(explainRefusal(refusal, "TEN", "America/Chicago")).toBe(words);
});
