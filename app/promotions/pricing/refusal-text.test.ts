import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { CouponRefusal } from "./priced-cart";
import { explainRefusal } from "./refusal-text";

test.each<{ refusal: CouponRefusal; words: string }>([
  { refusal: { kind: "unknown" }, words: "We have no coupon with the code TEN. Please check how it is written." },
  {
    refusal: { kind: "not-yet", startsAt: new Date("2026-12-01T06:00:00Z") },
    words: "Coupon TEN begins on Dec 1, 2026, 12:00 AM CST. It works from then on.",
  },
  { refusal: { kind: "over" }, words: "Coupon TEN is over." },
  { refusal: { kind: "used-up" }, words: "Coupon TEN is used up: every use of it is taken." },
  { refusal: { kind: "used-by-you" }, words: "You have used coupon TEN as often as one customer may." },
  { refusal: { kind: "not-first-order" }, words: "Coupon TEN is for a first order, and you have ordered before." },
  {
    refusal: { kind: "nothing-in-scope" },
    words: "Coupon TEN is for other courses or formats than those in your cart. It works once you add one of them.",
  },
  {
    refusal: { kind: "minimum-spend", minimum: cents(5000), missing: cents(1240) },
    words: "$12.40 more makes coupon TEN work: the courses that it is for must cost at least $50.00.",
  },
  {
    refusal: { kind: "does-not-combine", with: ["Last copies", "Three for two"] },
    words:
      "Coupon TEN can’t be used together with “Last copies” and “Three for two”. It works for courses that have no such price.",
  },
  {
    refusal: { kind: "others-are-cheaper" },
    words:
      "Coupon TEN is left out: it can’t be combined with your other reductions, and your cart is cheaper with them.",
  },
])("a refused coupon says why: $refusal.kind", ({ refusal, words }) => {
  expect(explainRefusal(refusal, "TEN", "America/Chicago")).toBe(words);
});
