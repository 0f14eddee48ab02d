import { expect, test } from "vitest";
import { PriceDocument } from "./price-document";

const always = { startsAt: "2026-11-01T00:00:00Z", endsAt: "2026-12-01T00:00:00Z" };
const now = "2026-11-24T12:00:00Z";
const line = { id: "ct", courseId: "ct", format: "ebook", quantity: 2, regularPrice: 4900 };
const coupon = { kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 } };

function problemsOf(document: object): string[] {
  const read = PriceDocument.safeParse({ lines: [line], now, ...document });
  return read.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

function ofTerms(...terms: object[]): object {
  return { promotions: terms.map((each, index) => ({ id: `p${index}`, terms: each, ...always })) };
}

const credits = { min: 200, max: 100 };
test.each([
  {
    story: "a course in a bundle twice",
    document: ofTerms({ kind: "bundle", items: [{ courseId: "a" }, { courseId: "a", formats: ["ebook"] }], price: 1 }),
    problem: "promotions.0.terms.items.1.courseId: This course is already in the bundle.",
  },
  {
    story: "two tiers with the same quantity",
    document: ofTerms({
      kind: "quantity-tiers",
      scope: {},
      tiers: [
        { quantity: 3, discount: 1000 },
        { quantity: 3, discount: 2000 },
      ],
    }),
    problem: "promotions.0.terms.tiers.1.quantity: Another tier has this quantity.",
  },
  {
    story: "a maximum of credits below the minimum",
    document: ofTerms({ ...coupon, scope: { credits } }),
    problem: "promotions.0.terms.scope.credits.max: The maximum must not be below the minimum.",
  },
  {
    story: "the same in a reward",
    document: ofTerms({ kind: "buy-x-get-y", scope: {}, buy: 1, get: 1, discount: 1, reward: { credits } }),
    problem: "promotions.0.terms.reward.credits.max: The maximum must not be below the minimum.",
  },
  {
    story: "a cart too large to be split to the cent",
    document: { lines: [{ ...line, quantity: 10_000, regularPrice: 9001 }] },
    problem: "lines: The cart can't cost more than $900,000.00 at regular prices.",
  },
  {
    story: "a code without letters",
    document: { promotions: [{ id: "p", terms: coupon, ...always, codes: ["TEN", " - "] }] },
    problem: "promotions.0.codes.1: A code needs a letter or a digit.",
  },
  {
    story: "one code for two coupons",
    document: {
      promotions: [
        { id: "p", terms: coupon, ...always, codes: ["TEN"] },
        { id: "q", terms: coupon, ...always, codes: ["t-en"] },
      ],
    },
    problem: "promotions.1.codes.0: Another promotion has this code.",
  },
  {
    story: "uses of one code given twice",
    document: { stock: { codes: { ten: 1, "T-EN": 0 } } },
    problem: "stock.codes.T-EN: This code is listed twice, with different spelling.",
  },
  {
    story: "one id for two promotions",
    document: { promotions: [coupon, coupon].map((terms) => ({ id: "p", terms, ...always })) },
    problem: "promotions.1.id: Another promotion has this id.",
  },
  {
    story: "more refunded units than the line has",
    document: { refunds: [1, 2].map((quantity) => ({ line: "ct", quantity })) },
    problem: "refunds.1.quantity: Units of this line left to refund: 1.",
  },
])("$story is rejected", ({ document, problem }) => {
  expect(problemsOf(document)).toEqual([problem]);
});

test("tiers in any order, a code twice in its own coupon, and a scope with an exact number of credits are accepted", () => {
  const tiers = [5, 3].map((quantity) => ({ quantity, discount: quantity * 100 }));
  expect(problemsOf(ofTerms({ kind: "quantity-tiers", scope: { credits: { min: 100, max: 100 } }, tiers }))).toEqual(
    [],
  );
  expect(problemsOf({ promotions: [{ id: "p", terms: coupon, ...always, codes: ["TEN", "ten"] }] })).toEqual([]);
});
