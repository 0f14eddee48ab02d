import { expect, test } from "vitest";
import { lineOf } from "../../tests/support/cart-worlds";
import { type PromotionFacts, type PromotionValues, revisePromotion } from "./revise-promotion";
import { Terms } from "./terms";

const now = new Date("2026-11-24T12:00:00Z");
const iv = { courseIds: ["iv"] };
const saleAt = (cents: number) => ({ kind: "limited-sale", scope: iv, price: { kind: "price", cents } });
const values: PromotionValues = {
  name: "IV Therapeutics for $99.50",
  terms: Terms.parse(saleAt(9950)),
  limit: 40,
  perCustomer: 2,
  startsAt: new Date("2026-11-20T06:00:00Z"),
  endsAt: new Date("2026-12-01T06:00:00Z"),
  isPaused: false,
  isFeatured: true,
  isPublished: true,
  codes: [],
};
const facts: PromotionFacts = {
  current: values,
  sold: 10,
  held: 3,
  formats: [
    lineOf("iv", 129, { format: "book_by_mail" }),
    lineOf("iv", 119),
    lineOf("ct", 49),
    lineOf("mr", 49, { disciplines: ["MR"] }),
  ],
  now,
};
const set = (courseIds: string[], cents: number) => ({
  kind: "bundle",
  items: courseIds.map((courseId) => ({ courseId })),
  price: cents,
});
const tiers = (...steps: [number, number][]) => ({
  kind: "quantity-tiers",
  scope: {},
  tiers: steps.map(([quantity, discount]) => ({ quantity, discount })),
});

type Case = {
  story: string;
  change: Partial<PromotionValues> & { as?: object };
  isNew?: boolean;
  refused?: [string, RegExp][];
};
test.each<Case>([
  { story: "nothing is changed", change: {} },
  { story: "the end is the start", change: { endsAt: values.startsAt }, refused: [["endsAt", /later than the start/]] },
  {
    story: "a new one is over already",
    change: { startsAt: new Date("2026-11-01T06:00:00Z"), endsAt: new Date("2026-11-02T06:00:00Z") },
    isNew: true,
    refused: [["endsAt", /passed already/]],
  },
  { story: "an old one is ended now", change: { endsAt: now } },
  { story: "PRICING 4: the limit is what is taken", change: { limit: 13 } },
  {
    story: "PRICING 4: the limit is below what is sold and held",
    change: { limit: 12 },
    refused: [["limit", /can't be below 13: 10 sold and 3 in checkouts/]],
  },
  { story: "a limited sale has no limit", change: { limit: null }, refused: [["limit", /how many units/]] },
  {
    story: "a customer may have more than all",
    change: { perCustomer: 41 },
    refused: [["perCustomer", /above the total, 40/]],
  },
  { story: "no customer limit", change: { perCustomer: null } },
  { story: "a cent below the lowest price", change: { as: saleAt(11899) } },
  {
    story: "the lowest price",
    change: { as: saleAt(11900) },
    refused: [["price", /below the lowest regular price, \$119\.00/]],
  },
  {
    story: "more is taken off than the lowest price",
    change: { as: { ...saleAt(0), price: { kind: "amount-off", cents: 11900 } } },
    refused: [["price", /below the lowest regular price/]],
  },
  {
    story: "nothing fits the scope",
    change: { as: { ...saleAt(9950), scope: { courseIds: ["gone"] } } },
    refused: [["scope", /No published course/]],
  },
  { story: "a set is cheaper than its courses", change: { as: set(["iv", "ct"], 16799) } },
  {
    story: "a set is not cheaper",
    change: { as: set(["iv", "ct"], 16800) },
    refused: [["price", /one by one, \$168\.00/]],
  },
  {
    story: "a bundle with an unpublished course",
    change: { as: set(["iv", "gone"], 9900) },
    refused: [["items", /not published/]],
  },
  { story: "a bundle with a course twice", change: { as: set(["iv", "iv"], 9900) }, refused: [["items", /twice/]] },
  { story: "tiers rise", change: { as: tiers([3, 1000], [5, 1500]) } },
  {
    story: "tiers whose quantity falls",
    change: { as: tiers([5, 1000], [3, 1500]) },
    refused: [["tiers", /must rise/]],
  },
  {
    story: "tiers whose discount falls",
    change: { as: tiers([3, 1500], [5, 1500]) },
    refused: [["tiers", /must rise/]],
  },
  {
    story: "a gift that nobody can have",
    change: { as: { kind: "gift", courseId: "gone", scope: {}, minimumSpend: 100 } },
    refused: [["courseId", /not published/]],
  },
  {
    story: "a first order more than once",
    change: {
      as: { kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 }, firstOrderOnly: true },
    },
    refused: [["perCustomer", /happens once/]],
  },
  {
    story: "several mistakes at once",
    change: { limit: 1, endsAt: values.startsAt, as: saleAt(99900) },
    refused: [
      ["endsAt", /later/],
      ["limit", /below 13/],
      ["perCustomer", /above the total/],
      ["price", /lowest/],
    ],
  },
])("PRICING 4 and 11: $story", ({ change, isNew, refused = [] }) => {
  const { as, ...rest } = change;
  const wanted = { ...values, ...rest, ...(as ? { terms: Terms.parse(as) } : {}) };
  const result = revisePromotion({ ...facts, current: isNew ? undefined : values }, wanted);
  const problems = result.ok ? [] : result.problem;
  expect(problems.map(({ field, part }) => part ?? field)).toEqual(refused.map(([field]) => field));
  for (const [index, [, words]] of refused.entries()) expect(problems[index]?.message).toMatch(words);
});

test("a change of the limit is an increment, and what differs is told in the order of the form", () => {
  const result = revisePromotion(facts, { ...values, limit: 45, name: "New", isPaused: true });
  expect(result).toMatchObject({ ok: true, value: { changed: ["name", "limit", "isPaused"], limitChange: 5 } });
});

test("terms are the same whatever the order in which a database keeps their parts", () => {
  const { combinesWith, ...rest } = values.terms;
  const result = revisePromotion(facts, { ...values, terms: Terms.parse({ combinesWith, ...rest }) });
  expect(result).toMatchObject({ value: { changed: [] } });
});
