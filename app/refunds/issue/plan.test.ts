import fc from "fast-check";
import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { cents } from "~/core/money";
import { type Parts, sumOfParts } from "~/ledger/entries/entry";
import type { PaidPortion } from "~/promotions/pricing/refund-shares";
import type { RefundableUnit, RefundFacts } from "../facts/refundable";
import { planRefund, type RefundPlan, type RefundWhat } from "./plan";

const nothing: Parts = { items: cents(0), shipping: cents(0), tax: cents(0) };
const units = (...ids: string[]): RefundableUnit[] =>
  ids.map((id) => ({ id: EnrollmentId.parse(id), isCertified: false }));
const certified = (id: string): RefundableUnit => ({ id: EnrollmentId.parse(id), isCertified: true });

function factsOf(lines: [PaidPortion[], RefundableUnit[]][], shipping = 0, tax = 0): RefundFacts {
  const items = lines.flatMap(([portions]) => portions).reduce((sum, { total }) => sum + total, 0);
  return {
    received: cents(items + shipping + tax),
    shipping: cents(shipping),
    tax: cents(tax),
    lines: lines.map(([portions, of]) => ({ portions, units: of })),
    given: nothing,
  };
}

/** The facts after a successful refund. */
function after(facts: RefundFacts, { parts, units: given }: RefundPlan): RefundFacts {
  const shares = new Map(given.map(({ id, amount }) => [id, amount]));
  return {
    ...facts,
    given: {
      items: cents(facts.given.items + parts.items),
      shipping: cents(facts.given.shipping + parts.shipping),
      tax: cents(facts.given.tax + parts.tax),
    },
    lines: facts.lines.map((line) => ({
      ...line,
      units: line.units.map((unit) => ({ ...unit, refunded: shares.get(unit.id) ?? unit.refunded })),
    })),
  };
}

/** The amounts of refunds made one after another; a rejected one is its problem. */
function refundAll(start: RefundFacts, choices: RefundWhat[]) {
  let facts = start;
  return choices.map((what) => {
    const planned = planRefund(facts, what);
    if (!planned.ok) return planned.problem;
    facts = after(facts, planned.value);
    return planned.value.amount;
  });
}

const unit = (id: string, shipping = false): RefundWhat => ({
  kind: "units",
  enrollmentIds: [EnrollmentId.parse(id)],
  shipping,
});
const amount = (whole: number): RefundWhat => ({ kind: "amount", cents: cents(whole) });
const full: RefundWhat = { kind: "full" };
const threeForFifty = () => factsOf([[[{ quantity: 3, total: cents(5000) }], units("a", "b", "c")]]);

test.each<{ story: string; facts: RefundFacts; choices: RefundWhat[]; expected: unknown[] }>([
  {
    story:
      "SCENARIO 16, PRICING 9: three units, one by one, add up to what was paid; the last takes the remaining cent",
    facts: threeForFifty(),
    choices: [unit("a"), unit("c"), unit("b")],
    expected: [1666, 1667, 1667],
  },
  {
    story: "PRICING 9: the whole order after a unit is the rest",
    facts: factsOf([[[{ quantity: 3, total: cents(5000) }], units("a", "b", "c")]], 595),
    choices: [unit("b"), full, full],
    expected: [1666, 3929, { kind: "nothing-left" }],
  },
  {
    story: "PRICING 9: units after an amount never add up to more than was paid",
    facts: threeForFifty(),
    choices: [amount(2000), unit("a"), unit("b"), unit("c")],
    expected: [2000, 1666, 1334, { kind: "nothing-left" }],
  },
  {
    story: "shipping is refunded only if chosen, only once, and also alone",
    facts: factsOf([[[{ quantity: 1, total: cents(9950) }], units("a")]], 595),
    choices: [unit("a"), { kind: "units", enrollmentIds: [], shipping: true }, full],
    expected: [9950, 595, { kind: "nothing-left" }],
  },
  {
    story: "shipping is refunded with a unit if chosen",
    facts: factsOf([[[{ quantity: 1, total: cents(9950) }], units("a")]], 595),
    choices: [unit("a", true)],
    expected: [10545],
  },
  {
    story: "tax is refunded in proportion; the last refund takes the remainder",
    facts: factsOf([[[{ quantity: 3, total: cents(3000) }], units("a", "b", "c")]], 0, 200),
    choices: [unit("a"), unit("b"), unit("c")],
    expected: [1066, 1067, 1067],
  },
  {
    story: "an amount includes its tax",
    facts: factsOf([[[{ quantity: 1, total: cents(10000) }], units("a")]], 0, 800),
    choices: [amount(5400), full],
    expected: [5400, 5400],
  },
  {
    story: "EDUCATION 13: a unit with a certificate is not refunded: alone, by amount, or with the whole order",
    facts: factsOf([[[{ quantity: 2, total: cents(10000) }], [certified("a"), ...units("b")]]]),
    choices: [unit("a"), full, amount(5001), amount(1000), unit("b"), amount(1)],
    expected: [
      { kind: "certified", unitIds: ["a"] },
      { kind: "certified", unitIds: ["a"] },
      { kind: "too-much", most: 5000 },
      1000,
      4000,
      { kind: "nothing-left" },
    ],
  },
  {
    story: "EDUCATION 13: what is left for an earned unit includes its tax",
    facts: factsOf([[[{ quantity: 2, total: cents(10000) }], [certified("a"), ...units("b")]]], 0, 800),
    choices: [amount(5401), amount(5400)],
    expected: [{ kind: "too-much", most: 5400 }, 5400],
  },
  {
    story: "a unit is refunded once",
    facts: threeForFifty(),
    choices: [unit("a"), unit("a")],
    expected: [1666, { kind: "refunded-before", unitIds: ["a"] }],
  },
  {
    story: "another order's unit is rejected",
    facts: threeForFifty(),
    choices: [unit("elsewhere")],
    expected: [{ kind: "unknown-unit" }],
  },
  {
    story: "a free unit or a zero amount refunds nothing",
    facts: factsOf([
      [[{ quantity: 1, total: cents(0) }], units("free")],
      [[{ quantity: 1, total: cents(100) }], units("a")],
    ]),
    choices: [unit("free"), { kind: "units", enrollmentIds: [], shipping: true }, amount(0)],
    expected: [{ kind: "nothing-chosen" }, { kind: "nothing-chosen" }, { kind: "nothing-chosen" }],
  },
  {
    story: "PRICING 10: a free order has nothing to refund",
    facts: factsOf([[[{ quantity: 1, total: cents(0) }], units("a")]]),
    choices: [full, unit("a"), amount(1)],
    expected: [{ kind: "nothing-left" }, { kind: "nothing-left" }, { kind: "nothing-left" }],
  },
  {
    story: "the units at the regular price are refunded first",
    facts: factsOf([
      [
        [
          { quantity: 1, total: cents(9950) },
          { quantity: 1, total: cents(12900) },
        ],
        units("a", "b"),
      ],
    ]),
    choices: [unit("a"), unit("b")],
    expected: [12900, 9950],
  },
  {
    story: "less was received than the order cost: not a cent more is refunded",
    facts: { ...threeForFifty(), received: cents(3000) },
    choices: [unit("a"), unit("b"), unit("c")],
    expected: [1666, 1334, { kind: "nothing-left" }],
  },
  {
    story: "more was received than the order cost: the surplus is refunded by amount",
    facts: { ...threeForFifty(), received: cents(6000) },
    choices: [
      {
        kind: "units",
        enrollmentIds: [EnrollmentId.parse("a"), EnrollmentId.parse("b"), EnrollmentId.parse("c")],
        shipping: false,
      },
      amount(1001),
      amount(1000),
    ],
    expected: [5000, { kind: "too-much", most: 1000 }, 1000],
  },
])("$story", ({ facts, choices, expected }) => {
  expect(refundAll(facts, choices)).toEqual(expected);
});

test("a failed refund frees its units, and their share doesn't drift", () => {
  const facts = threeForFifty();
  const first = planRefund(facts, unit("a"));
  const second = planRefund(first.ok ? after(facts, first.value) : facts, unit("b"));
  // The first failed, so only the second counts.
  const rest = second.ok ? after(facts, second.value) : facts;
  expect(refundAll(rest, [unit("a"), unit("c")])).toEqual([1666, 1667]);
});

const portion = fc.record({ quantity: fc.integer({ min: 1, max: 4 }), total: fc.nat(30_000).map(cents) });
const anyFacts = fc
  .record({
    lines: fc.array(fc.array(portion, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    shipping: fc.nat(2000),
    tax: fc.nat(3000),
  })
  .map(({ lines, shipping, tax }) =>
    factsOf(
      lines.map((portions, line) => {
        const count = portions.reduce((sum, { quantity }) => sum + quantity, 0);
        return [portions, units(...Array.from({ length: count }, (_, at) => `${line}.${at}`))];
      }),
      shipping,
      tax,
    ),
  );
const idsOf = (facts: RefundFacts) => facts.lines.flatMap((line) => line.units.map(({ id }) => id));

type Step = { kind: "full" | "units" | "amount"; of: number; shipping: boolean; fails: boolean };
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("full", "units", "units", "amount", "amount"),
    of: fc.nat(100_000),
    shipping: fc.boolean(),
    fails: fc.boolean(),
  }),
  { maxLength: 12 },
);

function choiceOf({ kind, of, shipping }: Step, ids: EnrollmentId[]): RefundWhat {
  if (kind === "full") return full;
  if (kind === "amount") return amount(of % 40_000);
  return { kind: "units", enrollmentIds: ids.filter((_, at) => (of >> at) & 1), shipping };
}

test("PRICING 9: for any refunds in any sequence, even with failures, no part ever exceeds what was paid", () => {
  fc.assert(
    fc.property(anyFacts, steps, (start, list) => {
      let facts = start;
      const paid = { items: start.received - start.shipping - start.tax, shipping: start.shipping, tax: start.tax };
      for (const step of [...list, { kind: "full", of: 0, shipping: true, fails: false } as const]) {
        const planned = planRefund(facts, choiceOf(step, idsOf(start)));
        if (!planned.ok) continue;
        const { parts, amount: whole, units: given } = planned.value;
        expect(whole).toBe(sumOfParts(parts));
        expect(whole).toBeGreaterThan(0);
        for (const part of [parts.items, parts.shipping, parts.tax, ...given.map((one) => one.amount)])
          expect(part).toBeGreaterThanOrEqual(0);
        expect(given.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(parts.items);
        const next = after(facts, planned.value);
        expect(next.given.items).toBeLessThanOrEqual(paid.items);
        expect(next.given.shipping).toBeLessThanOrEqual(paid.shipping);
        expect(next.given.tax).toBeLessThanOrEqual(paid.tax);
        if (!("fails" in step && step.fails)) facts = next;
      }
      // The whole order was refunded last: everything is back, to the cent.
      expect(sumOfParts(facts.given)).toBe(start.received);
    }),
    { seed: 9 },
  );
});

/** A free unit has no separate refund: it is refunded with paid units. */
const everyUnitCosts = (facts: RefundFacts) =>
  facts.lines.every(({ portions }) => portions.every(({ quantity, total }) => total >= quantity));

test("PRICING 9: all units, one by one in any sequence, add up to everything paid for items, with all the tax if shipping is refunded too", () => {
  const cases = anyFacts
    .filter(everyUnitCosts)
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(idsOf(facts), { minLength: idsOf(facts).length })),
    );
  fc.assert(
    fc.property(cases, ([start, order]) => {
      let facts = start;
      for (const [at, id] of order.entries()) {
        const planned = planRefund(facts, unit(id, at === 0));
        if (!planned.ok) throw new Error(planned.problem.kind);
        facts = after(facts, planned.value);
      }
      expect(facts.given.items).toBe(start.received - start.shipping - start.tax);
      expect(sumOfParts(facts.given)).toBe(start.received);
    }),
    { seed: 16 },
  );
});

test("EDUCATION 13: no refund ever includes what was paid for earned units", () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(), steps, (start, earned, list) => {
      const [line] = start.lines;
      if (!line) return;
      const at = earned % line.units.length;
      const kept = { ...line, units: line.units.map((one, index) => (index === at ? certified(one.id) : one)) };
      let facts: RefundFacts = { ...start, lines: [kept, ...start.lines.slice(1)] };
      for (const step of list) {
        const planned = planRefund(facts, choiceOf(step, idsOf(start)));
        if (planned.ok) facts = after(facts, planned.value);
      }
      const cheapest = Math.min(...line.portions.map(({ quantity, total }) => Math.floor(total / quantity)));
      expect(start.received - start.shipping - start.tax - facts.given.items).toBeGreaterThanOrEqual(cheapest);
    }),
    { seed: 13 },
  );
});
