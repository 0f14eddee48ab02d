import fc from "fast-check";
import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { checkBooks, type OrderFacts } from "./check";
import {
  acceptedPaymentEntry,
  disputeEntry,
  type Entry,
  feeEntry,
  type Parts,
  paymentEntry,
  payoutEntry,
  payoutReturnEntry,
  refundEntry,
  refundFailureEntry,
  unexplainedEntry,
  unfulfilledPaymentEntry,
} from "./entry";
import { type BookedEntry, figuresOf } from "./figures";

const day = "2026-11-24";
const at = (day: string) => new Date(`${day}T18:00:00Z`);
const booked = (entry: Entry): BookedEntry => ({
  ...entry,
  id: entry.reference,
  orderId: entry.orderId ?? null,
  memo: entry.memo ?? null,
  day: entry.at.toISOString().slice(0, 10),
});

const givenBack: Parts = { items: cents(1500), shipping: cents(400), tax: cents(100) };
const parts: Parts = { items: cents(9950), shipping: cents(595), tax: cents(800) };
const order: OrderFacts = {
  id: OrderId.parse("o"),
  number: 1042,
  day,
  ...parts,
  receivedCents: cents(11345),
  refundedCents: cents(2000),
  refunds: [
    { ...givenBack, stripeRefundId: "re_1", state: "succeeded", amountCents: cents(2000), isFulfilled: true, day },
  ],
};
const charge = { id: "ch_1", orderId: OrderId.parse("o"), at: at(day) };
const payment = booked(paymentEntry(charge, parts));
const refund = booked(refundEntry({ ...charge, id: "re_1" }, givenBack, true));
const failure = booked(refundFailureEntry({ ...charge, id: "re_1" }, givenBack, true));
const refundIn = (state: "pending" | "failed" | "requested", refundedCents: number): OrderFacts => ({
  ...order,
  refundedCents: cents(refundedCents),
  refunds: order.refunds.map((each) => ({ ...each, state })),
});

const right: { story: string; order: OrderFacts; entries: BookedEntry[] }[] = [
  { story: "a payment and a refund", order, entries: [payment, refund] },
  { story: "a refund on its way that has left", order: refundIn("pending", 2000), entries: [payment, refund] },
  { story: "a refund on its way that has not left", order: refundIn("pending", 2000), entries: [payment] },
  { story: "a refund that is not asked for yet", order: refundIn("requested", 2000), entries: [payment] },
  { story: "a refund that came back", order: refundIn("failed", 0), entries: [payment, refund, failure] },
  {
    story: "a refund that came back before a person accepted the order",
    order: refundIn("failed", 0),
    entries: [
      booked(unfulfilledPaymentEntry(charge, cents(11345))),
      booked(refundEntry({ ...charge, id: "re_1" }, givenBack, false)),
      booked(refundFailureEntry({ ...charge, id: "re_1" }, givenBack, false)),
      booked(acceptedPaymentEntry(charge, parts)),
    ],
  },
  { story: "a refund that never left", order: refundIn("failed", 0), entries: [payment] },
  {
    story: "an order that was not fulfilled",
    order: { ...order, number: null, refundedCents: cents(0), refunds: [] },
    entries: [booked(unfulfilledPaymentEntry(charge, cents(11345)))],
  },
  {
    story: "an order that a person accepted",
    order: { ...order, refundedCents: cents(0), refunds: [] },
    entries: [booked(unfulfilledPaymentEntry(charge, cents(11345))), booked(acceptedPaymentEntry(charge, parts))],
  },
  {
    story: "an order that cost nothing",
    order: {
      ...order,
      items: cents(0),
      shipping: cents(0),
      tax: cents(0),
      receivedCents: cents(0),
      refundedCents: cents(0),
      refunds: [],
    },
    entries: [],
  },
];

test.each(right)("the books are right: $story", ({ order, entries }) => {
  const { differences, days } = checkBooks([order], entries);
  expect(differences).toEqual([]);
  expect(days.every(({ isEqual }) => isEqual)).toBe(true);
});

const wrong: { story: string; order: OrderFacts; entries: BookedEntry[]; about: string; what: RegExp }[] = [
  { story: "no payment", order, entries: [refund], about: "Order 1042", what: /no payment is booked/ },
  { story: "no refund", order, entries: [payment], about: "Order 1042, refund re_1", what: /\$0\.00 gone/ },
  {
    story: "no entry of a refund's return",
    order: refundIn("failed", 0),
    entries: [payment, refund],
    about: "Order 1042, refund re_1",
    what: /is failed, but the ledger has \$20\.00 gone and \$0\.00 come back/,
  },
  {
    story: "an entry of a refund that was not asked for",
    order: refundIn("requested", 2000),
    entries: [payment, refund],
    about: "Order 1042, refund re_1",
    what: /is requested, but/,
  },
  {
    story: "more received than booked",
    order: { ...order, receivedCents: cents(11346) },
    entries: [payment, refund],
    about: "Order 1042",
    what: /\$113\.46 came in by the order, \$113\.45 by the ledger/,
  },
  {
    story: "parts of another kind",
    order: { ...order, items: cents(9951), tax: cents(799) },
    entries: [payment, refund],
    about: "Order 1042",
    what: /\$99\.50 is booked as “Courses sold” instead of \$99\.51/,
  },
  {
    story: "an order fulfilled whose payment is booked as owed back",
    order,
    entries: [booked(unfulfilledPaymentEntry(charge, cents(11345))), refund],
    about: "Order 1042",
    what: /\$113\.45 is booked as “Payments not fulfilled” instead of \$0\.00/,
  },
  {
    story: "a sum of refunds that is none",
    order: { ...order, refundedCents: cents(1999) },
    entries: [payment, refund],
    about: "Order 1042",
    what: /\$19\.99 count as asked back, but its refunds add up to \$20\.00/,
  },
  {
    story: "a refund's parts of another kind",
    order,
    entries: [
      payment,
      booked(refundEntry({ ...charge, id: "re_1" }, { ...givenBack, items: cents(1600), tax: cents(0) }, true)),
    ],
    about: "Order 1042, refund re_1",
    what: /Of the refund, \$16\.00 is booked as “Courses sold” instead of \$15\.00/,
  },
  {
    story: "a refund that came back to another account",
    order: refundIn("failed", 0),
    entries: [payment, refund, booked(refundFailureEntry({ ...charge, id: "re_1" }, givenBack, false))],
    about: "Order 1042, refund re_1",
    what: /Of the refund that came back, -\$20\.00 is booked as “Payments not fulfilled” instead of -?\$0\.00/,
  },
  {
    story: "two sides that differ",
    order,
    entries: [payment, { ...refund, postings: refund.postings.slice(1) }],
    about: "refund:re_1",
    what: /two sides of the entry differ by -\$15\.00/,
  },
  {
    story: "a payment of no order",
    order,
    entries: [payment, refund, { ...payment, reference: "payment:ch_2", orderId: OrderId.parse("another") }],
    about: "payment:ch_2",
    what: /belongs to no order/,
  },
  {
    story: "a refund of no refund",
    order,
    entries: [payment, refund, { ...refund, reference: "refund:re_2" }],
    about: "refund:re_2",
    what: /belongs to no refund/,
  },
];

test.each(wrong)("the books are wrong: $story", ({ order, entries, about, what }) => {
  expect(checkBooks([order], entries).differences).toContainEqual(
    expect.objectContaining({ about, what: expect.stringMatching(what), todo: expect.stringMatching(/\w/) }),
  );
});

test("a day tells both sides of what does not agree", () => {
  const { days, differences } = checkBooks([order], [payment]);
  expect(days).toMatchObject([{ day, received: 11345, refunded: 2000, isEqual: false }]);
  expect(differences).toContainEqual(
    expect.objectContaining({
      day,
      about: "The day",
      what: expect.stringMatching(/leaves \$93\.45 .* has \$113\.45\.$/),
    }),
  );
});

const days = fc.constantFrom("2026-11-23", "2026-11-24", "2026-11-25");
const amounts = fc.record({
  items: fc.integer({ min: 1, max: 500_000 }).map(cents),
  shipping: fc.integer({ min: 0, max: 5_000 }).map(cents),
  tax: fc.integer({ min: 0, max: 40_000 }).map(cents),
});
/** Each refund takes a share of what is left of the items. */
const refundWish = fc.record({
  percent: fc.integer({ min: 1, max: 100 }),
  state: fc.constantFrom("requested", "pending", "succeeded", "failed"),
  hasLeft: fc.boolean(),
  leftOn: days,
  backOn: days,
});
const orderWish = fc.record({
  parts: amounts,
  isFulfilled: fc.boolean(),
  paidOn: days,
  fee: fc.integer({ min: 0, max: 5_000 }),
  refunds: fc.array(refundWish, { maxLength: 4 }),
});
const otherWish = fc.record({
  kind: fc.constantFrom("dispute", "reversal", "payout", "return", "fee", "unexplained"),
  on: days,
  amount: fc.integer({ min: 1, max: 100_000 }).map(cents),
});

type OrderWish = typeof orderWish extends fc.Arbitrary<infer T> ? T : never;
type OtherWish = typeof otherWish extends fc.Arbitrary<infer T> ? T : never;

function worldOf({ parts, isFulfilled, paidOn, fee, refunds }: OrderWish, index: number) {
  const id = OrderId.parse(`o${index}`);
  const charge = { id: `ch_${index}`, orderId: id, at: at(paidOn) };
  const whole = parts.items + parts.shipping + parts.tax;
  const entries = [isFulfilled ? paymentEntry(charge, parts) : unfulfilledPaymentEntry(charge, cents(whole))];
  entries.push(feeEntry({ ...charge, id: `txn_${index}` }, cents(fee)));
  const order: OrderFacts = {
    id,
    number: isFulfilled ? 1001 + index : null,
    day: paidOn,
    ...parts,
    receivedCents: cents(whole),
    refundedCents: cents(0),
    refunds: [],
  };
  let left: number = parts.items;
  for (const [position, { percent, state, hasLeft, leftOn, backOn }] of refunds.entries()) {
    const amount = cents(Math.ceil((left * percent) / 100));
    if (amount === 0) continue;
    const stripeRefundId = `re_${index}_${position}`;
    const fact = { id: stripeRefundId, orderId: id, at: at(leftOn) };
    const given = { items: amount, shipping: cents(0), tax: cents(0) };
    const isGone = state === "succeeded" || (hasLeft && state !== "requested");
    if (isGone) entries.push(refundEntry(fact, given, isFulfilled));
    if (isGone && state === "failed") entries.push(refundFailureEntry({ ...fact, at: at(backOn) }, given, isFulfilled));
    if (state !== "failed") left -= amount;
    if (state !== "failed") order.refundedCents = cents(order.refundedCents + amount);
    order.refunds.push({ ...given, stripeRefundId, state, amountCents: amount, isFulfilled, day: backOn });
  }
  return { order, entries: entries.filter(({ postings }) => postings.length > 0).map(booked) };
}

function entryOf({ kind, on, amount }: OtherWish, index: number): BookedEntry {
  const fact = { id: `x_${index}`, at: at(on) };
  switch (kind) {
    case "dispute":
      return booked(disputeEntry(fact, cents(-amount)));
    case "reversal":
      return booked(disputeEntry(fact, amount));
    case "payout":
      return booked(payoutEntry(fact, amount));
    case "return":
      return booked(payoutReturnEntry(fact, amount));
    case "fee":
      return booked(feeEntry(fact, amount));
    default:
      return booked(unexplainedEntry(`unexplained:${index}`, fact, amount, "reserve"));
  }
}

const books = fc.tuple(fc.array(orderWish, { minLength: 1, maxLength: 6 }), fc.array(otherWish, { maxLength: 8 }));

test("whatever payments, refunds, failures, disputes and payouts come, every day's equation is true", () => {
  fc.assert(
    fc.property(books, ([wishes, others]) => {
      const worlds = wishes.map(worldOf);
      const entries = [...worlds.flatMap((world) => world.entries), ...others.map(entryOf)];
      const { differences, days } = checkBooks(
        worlds.map(({ order }) => order),
        entries,
      );
      expect(differences).toEqual([]);
      for (const { received, refunded, figures } of days) {
        const { net, fees, disputes, payouts, unexplained } = figures;
        expect(net).toBe(received - refunded + fees + disputes + payouts + unexplained);
      }
      const { net, ...rest } = figuresOf(entries);
      expect(net).toBe(Object.values(rest).reduce((sum, amount) => sum + amount, 0));
    }),
  );
});

test("whatever single cent is changed in a payment, a refund or an order, it is found", () => {
  const harm = fc.constantFrom("posting", "moved", "lost", "received", "refunded", "refund");
  fc.assert(
    fc.property(books, harm, fc.nat(), ([wishes, others], harm, nth) => {
      const worlds = wishes.map(worldOf);
      const orders = worlds.map(({ order }) => order);
      const entries = [...worlds.flatMap((world) => world.entries), ...others.map(entryOf)];
      const about = entries.filter(({ kind }) => kind === "payment" || kind === "refund");
      const entry = about[nth % about.length];
      const order = orders[nth % orders.length];
      const refund = orders.flatMap(({ refunds }) => refunds).find(({ state }) => state === "succeeded");
      if (!entry || !order) throw new Error("every world has an order with its payment");
      const [first, second] = entry.postings;
      if (harm === "posting")
        entry.postings = entry.postings.map((p) => (p === first ? { ...p, amount: cents(p.amount + 1) } : p));
      if (harm === "moved")
        entry.postings = entry.postings.map((p) =>
          p === first
            ? { ...p, amount: cents(p.amount + 1) }
            : p === second
              ? { ...p, amount: cents(p.amount - 1) }
              : p,
        );
      if (harm === "lost") {
        const state = orders
          .flatMap(({ refunds }) => refunds)
          .find((each) => entry.reference === `refund:${each.stripeRefundId}`)?.state;
        // A refund on its way need not have left; one that came back shows by its return.
        if (state === "pending") return;
        entries.splice(entries.indexOf(entry), 1);
      }
      if (harm === "received") order.receivedCents = cents(order.receivedCents + 1);
      if (harm === "refunded") order.refundedCents = cents(order.refundedCents + 1);
      if (harm === "refund") {
        if (!refund) return;
        refund.amountCents = cents(refund.amountCents + 1);
      }
      expect(checkBooks(orders, entries).differences.length).toBeGreaterThan(0);
    }),
  );
});
