import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { changedFields, explainSaleProblem, reviseSale, type SaleFacts, type SaleValues } from "./revise-sale";

const values: SaleValues = {
  name: "IV Therapeutics for $99.50",
  price: cents(9950),
  limit: 40,
  perCustomer: 2,
  startsAt: new Date("2026-11-20T06:00:00Z"),
  endsAt: new Date("2026-12-01T06:00:00Z"),
  isPaused: false,
  isFeatured: true,
};
const current: SaleFacts = { ...values, regularPrice: cents(12900), sold: 10, held: 3 };

test.each<{ story: string; change: Partial<SaleValues>; changed: string[]; limitChange: number }>([
  { story: "nothing", change: {}, changed: [], limitChange: 0 },
  { story: "another name", change: { name: "IV Therapeutics" }, changed: ["name"], limitChange: 0 },
  { story: "the price", change: { price: cents(8950) }, changed: ["price"], limitChange: 0 },
  { story: "a cent below regular", change: { price: cents(12899) }, changed: ["price"], limitChange: 0 },
  { story: "free of charge", change: { price: cents(0) }, changed: ["price"], limitChange: 0 },
  { story: "ten units more", change: { limit: 50 }, changed: ["limit"], limitChange: 10 },
  { story: "down to what is taken", change: { limit: 13 }, changed: ["limit"], limitChange: -27 },
  { story: "no customer limit", change: { perCustomer: null }, changed: ["perCustomer"], limitChange: 0 },
  { story: "all for one customer", change: { perCustomer: 40 }, changed: ["perCustomer"], limitChange: 0 },
  {
    story: "an end in the past",
    change: { endsAt: new Date("2026-11-21T06:00:00Z") },
    changed: ["endsAt"],
    limitChange: 0,
  },
  {
    story: "paused",
    change: { isPaused: true, isFeatured: false },
    changed: ["isPaused", "isFeatured"],
    limitChange: 0,
  },
])("PRICING 4, 11: staff may change a sale to $story", ({ change, changed, limitChange }) => {
  expect(reviseSale(current, { ...values, ...change })).toEqual({
    ok: true,
    value: { values: { ...values, ...change }, changed, limitChange },
  });
});

test.each<{ story: string; change: Partial<SaleValues>; field: string; message: string }>([
  {
    story: "it would end before it starts",
    change: { endsAt: new Date("2026-11-19T06:00:00Z") },
    field: "endsAt",
    message: "The end must be later than the start.",
  },
  {
    story: "it would end as it starts",
    change: { endsAt: values.startsAt },
    field: "endsAt",
    message: "The end must be later than the start.",
  },
  {
    story: "the price is above the regular one",
    change: { price: cents(13000) },
    field: "price",
    message: "The sale price must be below the regular price, $129.00.",
  },
  {
    story: "the price is the regular one, which is no sale",
    change: { price: cents(12900) },
    field: "price",
    message: "The sale price must be below the regular price, $129.00.",
  },
  {
    story: "the limit is below what is sold and held",
    change: { limit: 12 },
    field: "limit",
    message: "The limit can't be below 13: 10 sold and 3 in checkouts that are open now.",
  },
  {
    story: "one customer may take more than there is",
    change: { perCustomer: 41 },
    field: "perCustomer",
    message: "The limit for one customer can't be above the total, 40.",
  },
])("PRICING 4: refused where $story", ({ change, field, message }) => {
  const revised = reviseSale(current, { ...values, ...change });
  expect(revised.ok ? [] : revised.problem.map(explainSaleProblem)).toEqual([{ field, message }]);
});

test("every problem is told at once", () => {
  const revised = reviseSale(current, {
    ...values,
    price: cents(20000),
    limit: 1,
    endsAt: new Date(0),
  });
  expect(revised.ok ? [] : revised.problem.map(({ kind }) => kind)).toEqual([
    "ends-before-start",
    "price-not-below-regular",
    "limit-below-taken",
    "customer-limit-above-total",
  ]);
});

test("a lawful revision never leaves less than nothing", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.nat(300), fc.nat(300), (sold, held, spare, limit) => {
      const facts = { ...current, sold, held, limit: sold + held + spare, perCustomer: null };
      const revised = reviseSale(facts, { ...values, perCustomer: null, limit });
      expect(revised.ok).toBe(limit >= sold + held);
      if (revised.ok) expect(facts.limit + revised.value.limitChange - sold - held).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("two instants of one time are no change", () => {
  expect(changedFields(values, { ...values, startsAt: new Date(values.startsAt) })).toEqual([]);
});
