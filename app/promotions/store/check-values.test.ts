import fc from "fast-check";
import { expect, test } from "vitest";
import { noTotalLimit } from "~/stock/claim";
import { lineOf } from "../../../tests/support/promotions/cart-worlds";
import { Terms } from "../kinds/kinds";
import { checkValues, type PromotionFacts, type PromotionValues } from "./check-values";

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
type Case = {
  story: string;
  change: Partial<PromotionValues> & { as?: object };
  isNew?: boolean;
  refused?: [string, RegExp][];
};
test.each<Case>([
  { story: "nothing changes", change: {} },
  { story: "the end is the start", change: { endsAt: values.startsAt }, refused: [["endsAt", /later than the start/]] },
  {
    story: "a new promotion has already ended",
    change: { startsAt: new Date("2026-11-01T06:00:00Z"), endsAt: new Date("2026-11-02T06:00:00Z") },
    isNew: true,
    refused: [["endsAt", /already passed/]],
  },
  { story: "an existing promotion is ended now", change: { endsAt: now } },
  { story: "PRICING 4: the limit equals what is taken", change: { limit: 13 } },
  {
    story: "PRICING 4: the limit is below what is sold and held",
    change: { limit: 12 },
    refused: [["limit", /can't be below 13: 10 sold and 3 in open checkouts/]],
  },
  { story: "a limited sale has no limit", change: { limit: null }, refused: [["limit", /how many units/]] },
  {
    story: "the limit per customer is above the total",
    change: { perCustomer: 41 },
    refused: [["perCustomer", /above the total, 40/]],
  },
  { story: "no customer limit", change: { perCustomer: null } },
  {
    story: "a first order more than once",
    change: {
      as: { kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 }, firstOrderOnly: true },
    },
    refused: [["perCustomer", /only one first order/]],
  },
  {
    story: "several mistakes at the same time",
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
  const result = checkValues({ ...facts, current: isNew ? undefined : values }, wanted);
  const problems = result.ok ? [] : result.problem;
  expect(problems.map(({ field, part }) => part ?? field)).toEqual(refused.map(([field]) => field));
  for (const [index, [, words]] of refused.entries()) expect(problems[index]?.message).toMatch(words);
});

test("a changed limit is an increment, and changed fields are listed in form order", () => {
  const result = checkValues(facts, { ...values, limit: 45, name: "New", isPaused: true });
  expect(result).toMatchObject({ ok: true, value: { changed: ["name", "limit", "isPaused"], limitChange: 5 } });
});

test("terms are equal regardless of the order in which a database stores their keys", () => {
  const { combinesWith, ...rest } = values.terms;
  const result = checkValues(facts, { ...values, terms: Terms.parse({ combinesWith, ...rest }) });
  expect(result).toMatchObject({ value: { changed: [] } });
});

test.each<{ story: string; change: Partial<PromotionValues> }>([
  { story: "paused", change: { isPaused: true } },
  { story: "ended", change: { endsAt: now } },
  { story: "renamed", change: { name: "Last copies" } },
  { story: "given more units", change: { limit: 50 } },
])("PRICING 11: a sale whose course has since been retired can be $story", ({ change }) => {
  expect(checkValues({ ...facts, formats: [] }, { ...values, ...change })).toMatchObject({ ok: true });
});

test("a draft is validated again when it is published", () => {
  const draft = { ...values, isPublished: false };
  const late = checkValues({ ...facts, current: draft, formats: [], now: values.endsAt }, values);
  expect(late.ok ? [] : late.problem.map(({ part, field }) => part ?? field)).toEqual(["endsAt", "scope"]);
  expect(checkValues({ ...facts, current: draft }, values)).toMatchObject({ ok: true });
});

test.each([
  { from: null, to: 100, change: 100 - noTotalLimit },
  { from: 100, to: null, change: noTotalLimit - 100 },
  { from: null, to: null, change: 0 },
])("a coupon's total from $from to $to is an increment of its stock's capacity", ({ from, to, change }) => {
  const terms = Terms.parse({ kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 } });
  const current = { ...values, terms, limit: from };
  expect(checkValues({ ...facts, current }, { ...current, limit: to })).toMatchObject({
    value: { limitChange: change },
  });
});

test("a valid change never leaves a negative number of units", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.nat(300), fc.nat(300), (sold, held, spare, limit) => {
      const current = { ...values, limit: sold + held + spare, perCustomer: null };
      const revised = checkValues({ ...facts, current, sold, held }, { ...current, limit });
      expect(revised.ok).toBe(limit >= sold + held);
      if (revised.ok) expect(current.limit + revised.value.limitChange - sold - held).toBeGreaterThanOrEqual(0);
    }),
  );
});
