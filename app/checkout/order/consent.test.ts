import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { requireConsent } from "./consent";

test.each([
  { story: "the total the shopper agreed to", total: 9950, agreed: 9950, expected: 9950 },
  { story: "PRICING 8: a lower total than agreed", total: 9900, agreed: 9950, expected: 9950 },
  { story: "PRICING 8: a higher total than agreed", total: 9951, agreed: 9950, expected: "price-changed" },
  { story: "a total the shopper has not seen", total: 9950, agreed: undefined, expected: "total-unseen" },
  { story: "the least Stripe charges", total: 50, agreed: 50, expected: 50 },
  { story: "less than Stripe charges", total: 49, agreed: 49, expected: "below-minimum" },
  { story: "a free order", total: 0, agreed: 0, expected: 0 },
])("$story", ({ total, agreed, expected }) => {
  const consent = requireConsent(cents(total), agreed);
  expect(consent.ok ? consent.value : consent.problem.kind).toBe(expected);
});
