import fc from "fast-check";
import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
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
} from "../entries/entry";
import { figuresOf, type PostedEntry } from "../entries/figures";
import { checkLedger } from "./days";
import type { OrderFacts } from "./order";

const day = "2026-11-24";
const at = (day: string) => new Date(`${day}T18:00:00Z`);
const posted = (entry: Entry): PostedEntry => ({
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
const payment = posted(paymentEntry(charge, parts));
const refund = posted(refundEntry({ ...charge, id: "re_1" }, givenBack, true));
const failure = posted(refundFailureEntry({ ...charge, id: "re_1" }, givenBack, true));
const refundIn = (state: "pending" | "failed" | "requested", refundedCents: number): OrderFacts => ({
  ...order,
  refundedCents: cents(refundedCents),
  refunds: order.refunds.map((each) => ({ ...each, state })),
});

const right: { story: string; order: OrderFacts; entries: PostedEntry[] }[] = [
  { story: "a payment and a refund", order, entries: [payment, refund] },
  { story: "a pending refund that has left", order: refundIn("pending", 2000), entries: [payment, refund] },
  { story: "a pending refund that hasn't left", order: refundIn("pending", 2000), entries: [payment] },
  { story: "a refund not sent yet", order: refundIn("requested", 2000), entries: [payment] },
  { story: "a returned refund", order: refundIn("failed", 0), entries: [payment, refund, failure] },
  {
    story: "a refund returned before staff accepted the order",
    order: refundIn("failed", 0),
    entries: [
      posted(unfulfilledPaymentEntry(charge, cents(11345))),
      posted(refundEntry({ ...charge, id: "re_1" }, givenBack, false)),
      posted(refundFailureEntry({ ...charge, id: "re_1" }, givenBack, false)),
      posted(acceptedPaymentEntry(charge, parts)),
    ],
  },
  { story: "a refund that never left", order: refundIn("failed", 0), entries: [payment] },
  {
    story: "an unfulfilled order",
    order: { ...order, number: null, refundedCents: cents(0), refunds: [] },
    entries: [posted(unfulfilledPaymentEntry(charge, cents(11345)))],
  },
  {
    story: "an order accepted by staff",
    order: { ...order, refundedCents: cents(0), refunds: [] },
    entries: [posted(unfulfilledPaymentEntry(charge, cents(11345))), posted(acceptedPaymentEntry(charge, parts))],
  },
  {
    story: "a free order",
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
  const { differences, days } = checkLedger([order], entries);
  expect(differences).toEqual([]);
  expect(days.every(({ isEqual }) => isEqual)).toBe(true);
});

const wrong: { story: string; order: OrderFacts; entries: PostedEntry[]; about: string; what: RegExp }[] = [
  { story: "no payment", order, entries: [refund], about: "Order 1042", what: /no payment is recorded/ },
  { story: "no refund", order, entries: [payment], about: "Order 1042, refund re_1", what: /\$0\.00 going out/ },
  {
    story: "no entry of a refund's return",
    order: refundIn("failed", 0),
    entries: [payment, refund],
    about: "Order 1042, refund re_1",
    what: /is “failed”, but the ledger has \$20\.00 going out and \$0\.00 coming back/,
  },
  {
    story: "an entry for a refund that was never made",
    order: refundIn("requested", 2000),
    entries: [payment, refund],
    about: "Order 1042, refund re_1",
    what: /is “requested”, but/,
  },
  {
    story: "more received than posted",
    order: { ...order, receivedCents: cents(11346) },
    entries: [payment, refund],
    about: "Order 1042",
    what: /order received \$113\.46; the ledger has \$113\.45/,
  },
  {
    story: "parts of another kind",
    order: { ...order, items: cents(9951), tax: cents(799) },
    entries: [payment, refund],
    about: "Order 1042",
    what: /\$99\.50 is recorded as “Courses sold” instead of \$99\.51/,
  },
  {
    story: "a fulfilled order whose payment is posted as owed back",
    order,
    entries: [posted(unfulfilledPaymentEntry(charge, cents(11345))), refund],
    about: "Order 1042",
    what: /\$113\.45 is recorded as “Unfulfilled payments” instead of \$0\.00/,
  },
  {
    story: "a wrong sum of refunds",
    order: { ...order, refundedCents: cents(1999) },
    entries: [payment, refund],
    about: "Order 1042",
    what: /counts \$19\.99 as refunded, but its refunds add up to \$20\.00/,
  },
  {
    story: "a refund's parts of another kind",
    order,
    entries: [
      payment,
      posted(refundEntry({ ...charge, id: "re_1" }, { ...givenBack, items: cents(1600), tax: cents(0) }, true)),
    ],
    about: "Order 1042, refund re_1",
    what: /Of the refund, \$16\.00 is recorded as “Courses sold” instead of \$15\.00/,
  },
  {
    story: "a refund returned to another account",
    order: refundIn("failed", 0),
    entries: [payment, refund, posted(refundFailureEntry({ ...charge, id: "re_1" }, givenBack, false))],
    about: "Order 1042, refund re_1",
    what: /Of the returned refund, -\$20\.00 is recorded as “Unfulfilled payments” instead of -?\$0\.00/,
  },
  {
    story: "two sides that differ",
    order,
    entries: [payment, { ...refund, postings: refund.postings.slice(1) }],
    about: "refund:re_1",
    what: /two sides of the entry differ by -\$15\.00/,
  },
  {
    story: "a payment without an order",
    order,
    entries: [payment, refund, { ...payment, reference: "payment:ch_2", orderId: OrderId.parse("another") }],
    about: "payment:ch_2",
    what: /belongs to no order/,
  },
  {
    story: "a refund entry without a refund",
    order,
    entries: [payment, refund, { ...refund, reference: "refund:re_2" }],
    about: "refund:re_2",
    what: /belongs to no refund/,
  },
];

test.each(wrong)("the books are wrong: $story", ({ order, entries, about, what }) => {
  expect(checkLedger([order], entries).differences).toContainEqual(
    expect.objectContaining({ about, what: expect.stringMatching(what), todo: expect.stringMatching(/\w/) }),
  );
});

test("a day shows both sides of a difference", () => {
  const { days, differences } = checkLedger([order], [payment]);
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
const refundCase = fc.record({
  percent: fc.integer({ min: 1, max: 100 }),
  state: fc.constantFrom("requested", "pending", "succeeded", "failed"),
  hasLeft: fc.boolean(),
  leftOn: days,
  backOn: days,
});
const orderCase = fc.record({
  parts: amounts,
  isFulfilled: fc.boolean(),
  paidOn: days,
  fee: fc.integer({ min: 0, max: 5_000 }),
  refunds: fc.array(refundCase, { maxLength: 4 }),
});
const otherCase = fc.record({
  kind: fc.constantFrom("dispute", "reversal", "payout", "return", "fee", "unexplained"),
  on: days,
  amount: fc.integer({ min: 1, max: 100_000 }).map(cents),
});

type OrderCase = typeof orderCase extends fc.Arbitrary<infer T> ? T : never;
type OtherCase = typeof otherCase extends fc.Arbitrary<infer T> ? T : never;

function worldOf({ parts, isFulfilled, paidOn, fee, refunds }: OrderCase, index: number) {
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
  return { order, entries: entries.filter(({ postings }) => postings.length > 0).map(posted) };
}

function entryOf({ kind, on, amount }: OtherCase, index: number): PostedEntry {
  const fact = { id: `x_${index}`, at: at(on) };
  switch (kind) {
    case "dispute":
      return posted(disputeEntry(fact, cents(-amount)));
    case "reversal":
      return posted(disputeEntry(fact, amount));
    case "payout":
      return posted(payoutEntry(fact, amount));
    case "return":
      return posted(payoutReturnEntry(fact, amount));
    case "fee":
      return posted(feeEntry(fact, amount));
    default:
      return posted(unexplainedEntry(`unexplained:${index}`, fact, amount, "reserve"));
  }
}

const books = fc.tuple(fc.array(orderCase, { minLength: 1, maxLength: 6 }), fc.array(otherCase, { maxLength: 8 }));

test("for any payments, refunds, failures, disputes, and payouts, every day's equation holds", () => {
  fc.assert(
    fc.property(books, ([cases, others]) => {
      const worlds = cases.map(worldOf);
      const entries = [...worlds.flatMap((world) => world.entries), ...others.map(entryOf)];
      const { differences, days } = checkLedger(
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

test("a single cent changed in a payment, refund, or order is found", () => {
  const change = fc.constantFrom("posting", "moved", "lost", "received", "refunded", "refund");
  fc.assert(
    fc.property(books, change, fc.nat(), ([cases, others], change, nth) => {
      const worlds = cases.map(worldOf);
      const orders = worlds.map(({ order }) => order);
      const entries = [...worlds.flatMap((world) => world.entries), ...others.map(entryOf)];
      const about = entries.filter(({ kind }) => kind === "payment" || kind === "refund");
      const entry = about[nth % about.length];
      const order = orders[nth % orders.length];
      const refund = orders.flatMap(({ refunds }) => refunds).find(({ state }) => state === "succeeded");
      if (!entry || !order) throw new Error("every case has an order with its payment");
      const [first, second] = entry.postings;
      if (change === "posting")
        entry.postings = entry.postings.map((p) => (p === first ? { ...p, amount: cents(p.amount + 1) } : p));
      if (change === "moved")
        entry.postings = entry.postings.map((p) =>
          p === first
            ? { ...p, amount: cents(p.amount + 1) }
            : p === second
              ? { ...p, amount: cents(p.amount - 1) }
              : p,
        );
      if (change === "lost") {
        const state = orders
          .flatMap(({ refunds }) => refunds)
          .find((each) => entry.reference === `refund:${each.stripeRefundId}`)?.state;
        // A pending refund may not have left yet; a returned one shows by its return.
        if (state === "pending") return;
        entries.splice(entries.indexOf(entry), 1);
      }
      if (change === "received") order.receivedCents = cents(order.receivedCents + 1);
      if (change === "refunded") order.refundedCents = cents(order.refundedCents + 1);
      if (change === "refund") {
        if (!refund) return;
        refund.amountCents = cents(refund.amountCents + 1);
      }
      expect(checkLedger(orders, entries).differences.length).toBeGreaterThan(0);
    }),
  );
});
