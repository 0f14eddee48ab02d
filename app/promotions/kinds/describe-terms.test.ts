import { expect, test } from "vitest";
import { describeCombination, describeTerms } from "./describe-terms";
import { Terms } from "./kinds";

const titles: Record<string, string> = { iv: "IV Therapeutics", dose: "Managing Dose", mri: "MRI Safety" };

test.each([
  {
    terms: { kind: "limited-sale", scope: { courseIds: ["iv"] }, price: { kind: "price", cents: 9950 } },
    words: "IV Therapeutics at $99.50",
  },
  {
    terms: {
      kind: "scheduled-sale",
      scope: { disciplines: ["CT"], formats: ["ebook"] },
      price: { kind: "percent-off", basisPoints: 1250 },
    },
    words: "12.5% off CT courses (eBook)",
  },
  {
    terms: { kind: "scheduled-sale", scope: { credits: { min: 1000 } }, price: { kind: "amount-off", cents: 500 } },
    words: "$5.00 off courses of 10 credits or more",
  },
  {
    terms: {
      kind: "coupon",
      scope: {},
      discount: { kind: "amount-off", cents: 1000 },
      minimumSpend: 5000,
      firstOrderOnly: true,
    },
    words: "$10.00 off the order, on orders of $50.00 or more, first order only",
  },
  {
    terms: {
      kind: "coupon",
      scope: { disciplines: ["CT"] },
      discount: { kind: "percent-off", basisPoints: 1000 },
      minimumSpend: 5000,
    },
    words: "10% off CT courses, on orders with $50.00 or more of these courses",
  },
  {
    terms: { kind: "coupon", scope: { courseIds: ["iv"] }, discount: { kind: "amount-off", cents: 500 } },
    words: "$5.00 off the total for IV Therapeutics",
  },
  {
    terms: { kind: "bundle", items: [{ courseId: "iv" }, { courseId: "dose", formats: ["ebook"] }], price: 15000 },
    words: "IV Therapeutics and Managing Dose (eBook) together for $150.00",
  },
  {
    terms: { kind: "buy-x-get-y", scope: { disciplines: ["MR"] }, buy: 2, get: 1, discount: 10000, maximumSets: 1 },
    words: "MR courses: buy 2, get 1 free, at most once per order",
  },
  {
    terms: {
      kind: "quantity-tiers",
      scope: { contentCategories: ["CT:PC"] },
      count: "course",
      tiers: [
        { quantity: 3, discount: 1500 },
        { quantity: 5, discount: 2500 },
      ],
    },
    words: "CT: Patient Care courses: 15% off 3 or more, 25% off 5 or more of the same course",
  },
  {
    terms: { kind: "quantity-tiers", scope: {}, tiers: [{ quantity: 3, discount: 1500 }] },
    words: "All courses: 15% off 3 or more",
  },
  {
    terms: {
      kind: "buy-x-get-y",
      scope: {},
      buy: 1,
      get: 1,
      reward: { courseIds: ["iv"] },
      discount: 5000,
      maximumSets: 2,
    },
    words: "All courses: buy 1, get 1 of IV Therapeutics at 50% off, at most twice per order",
  },
  {
    terms: { kind: "gift", courseId: "mri", scope: {}, minimumSpend: 20000 },
    words: "MRI Safety free with an order of $200.00 or more",
  },
  {
    terms: { kind: "gift", courseId: "mri", scope: { approvers: ["ASRT"] }, minimumSpend: 20000 },
    words: "MRI Safety free with $200.00 or more of courses approved by ASRT",
  },
])("$words", ({ terms, words }) => {
  expect(describeTerms(Terms.parse(terms), (id) => titles[id] ?? id)).toBe(words);
});

test("a long list names three courses, or all of them if asked", () => {
  const courseIds = ["iv", "dose", "mri", "ct", "us"];
  const terms = Terms.parse({ kind: "scheduled-sale", scope: { courseIds }, price: { kind: "price", cents: 900 } });
  expect(describeTerms(terms, (id) => id)).toBe("Iv, dose, mri, and 2 more at $9.00");
  expect(describeTerms(terms, (id) => id, 5)).toBe("Iv, dose, mri, ct, and us at $9.00");
});

const none = { sales: false, automatic: false, coupons: false };

test.each([
  { terms: {}, words: "combines with automatic promotions and coupons" },
  { terms: { combinesWith: { ...none, sales: true }, priority: 5 }, words: "combines with sale prices, priority 5" },
  { terms: { combinesWith: none }, words: "never on the same unit as another promotion" },
  {
    terms: { combinesWith: none, exclusive: true, priority: -1 },
    words: "never in the same cart as another promotion, priority -1",
  },
])("$words", ({ terms, words }) => {
  const price = { kind: "price", cents: 9950 };
  expect(describeCombination(Terms.parse({ kind: "scheduled-sale", scope: {}, price, ...terms }))).toBe(words);
});
