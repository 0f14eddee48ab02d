import { expect, test } from "vitest";
import { describeTerms } from "./describe-terms";
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
    words: "12.5 % off CT courses (eBook)",
  },
  {
    terms: { kind: "scheduled-sale", scope: { credits: { min: 1000 } }, price: { kind: "amount-off", cents: 500 } },
    words: "$5.00 off all courses of 10 credits or more",
  },
  {
    terms: {
      kind: "coupon",
      scope: {},
      discount: { kind: "amount-off", cents: 1000 },
      minimumSpend: 5000,
      firstOrderOnly: true,
    },
    words: "$10.00 off an order of all courses, from $50.00 on, first order only",
  },
  {
    terms: { kind: "bundle", items: [{ courseId: "iv" }, { courseId: "dose", formats: ["ebook"] }], price: 15000 },
    words: "IV Therapeutics and Managing Dose (eBook) together at $150.00",
  },
  {
    terms: { kind: "buy-x-get-y", scope: { disciplines: ["MR"] }, buy: 2, get: 1, discount: 10000, maximumSets: 1 },
    words: "Buy 2 of MR courses, get 1 free, at most once in an order",
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
    words: "CT: Patient Care courses (of the same course): 15 % off from 3 on, 25 % off from 5 on",
  },
  {
    terms: { kind: "quantity-tiers", scope: {}, tiers: [{ quantity: 3, discount: 1500 }] },
    words: "All courses: 15 % off from 3 on",
  },
  {
    terms: { kind: "gift", courseId: "mri", scope: { approvers: ["ASRT"] }, minimumSpend: 20000 },
    words: "MRI Safety free with $200.00 of all courses approved by ASRT",
  },
])("$words", ({ terms, words }) => {
  expect(describeTerms(Terms.parse(terms), (id) => titles[id] ?? id)).toBe(words);
});

test("a long list names three courses, and all of them where it is asked to", () => {
  const courseIds = ["iv", "dose", "mri", "ct", "us"];
  const terms = Terms.parse({ kind: "scheduled-sale", scope: { courseIds }, price: { kind: "price", cents: 900 } });
  expect(describeTerms(terms, (id) => id)).toBe("Iv, dose, mri and 2 more at $9.00");
  expect(describeTerms(terms, (id) => id, 5)).toBe("Iv, dose, mri, ct, and us at $9.00");
});
