import { expect, test } from "vitest";
import { describeCompany } from "./describe-combination";
import { Terms } from "./kinds";

const none = { sales: false, automatic: false, coupons: false };

test.each([
  { terms: {}, words: "together with automatic promotions and coupons" },
  { terms: { combinesWith: { ...none, sales: true }, priority: 5 }, words: "together with sale prices, priority 5" },
  { terms: { combinesWith: none }, words: "with no other promotion on one unit" },
  { terms: { combinesWith: none, exclusive: true, priority: -1 }, words: "stands alone, priority -1" },
])("$words", ({ terms, words }) => {
  const price = { kind: "price", cents: 9950 };
  expect(describeCompany(Terms.parse({ kind: "scheduled-sale", scope: {}, price, ...terms }))).toBe(words);
});
