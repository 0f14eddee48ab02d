import fc from "fast-check";
import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { amountOn, sumOf } from "../entries/entry";
import { entriesForMovement, legsOf, type Movement, type MovementFacts } from "./movement";

const charge: Movement = {
  id: "txn_1",
  at: new Date("2026-11-24T18:00:00Z"),
  category: "charge",
  currency: "usd",
  amount: cents(10545),
  fee: cents(336),
  description: "Order",
  source: { id: "ch_1", paymentIntentId: "pi_1", orderId: OrderId.parse("order") },
};
const refund: Movement = {
  ...charge,
  id: "txn_2",
  category: "refund",
  amount: cents(-2000),
  fee: cents(0),
  source: { id: "re_1" },
};
const order = {
  id: OrderId.parse("order"),
  items: cents(9950),
  shipping: cents(595),
  tax: cents(0),
  receivedCents: cents(10545),
  isFulfilled: true,
  isInAttention: false,
};
const refunded = {
  orderId: OrderId.parse("order"),
  items: cents(1500),
  shipping: cents(400),
  tax: cents(100),
  isFulfilled: true,
};

const cases: { story: string; movement: Movement; known?: MovementFacts; books: string[]; waitsFor?: string }[] = [
  {
    story: "a payment by its parts, and its fee",
    movement: charge,
    known: { order },
    books: ["payment:ch_1 stripe 10545 items -9950 shipping -595", "fee:txn_1 fees 336 stripe -336"],
  },
  {
    story: "a payment that fulfilled nothing",
    movement: charge,
    known: { order: { ...order, isFulfilled: false } },
    books: ["payment:ch_1 stripe 10545 unfulfilled -10545", "fee:txn_1 fees 336 stripe -336"],
  },
  {
    story: "a payment that isn't fulfilled yet waits; its fee doesn't",
    movement: charge,
    known: { order: { ...order, receivedCents: cents(0), isFulfilled: false } },
    books: ["fee:txn_1 fees 336 stripe -336"],
    waitsFor: "The order hasn’t recorded this payment yet.",
  },
  {
    story: "a payment from before the ledger that didn't match its order",
    movement: charge,
    known: { order: { ...order, receivedCents: cents(0), isFulfilled: false, isInAttention: true } },
    books: ["payment:ch_1 stripe 10545 unfulfilled -10545", "fee:txn_1 fees 336 stripe -336"],
  },
  {
    story: "a payment that differs from the sum of the order's parts",
    movement: { ...charge, amount: cents(10000) },
    known: { order },
    books: ["fee:txn_1 fees 336 stripe -336"],
    waitsFor: "The order’s parts don’t add up to the amount paid.",
  },
  {
    story: "an unknown payment",
    movement: charge,
    books: ["payment:ch_1 stripe 10545 unexplained -10545", "fee:txn_1 fees 336 stripe -336"],
  },
  {
    story: "a refund",
    movement: refund,
    known: { order, refund: refunded },
    books: ["refund:re_1 items 1500 shipping 400 tax 100 stripe -2000"],
  },
  {
    story: "a refund of an unfulfilled payment",
    movement: refund,
    known: { order, refund: { ...refunded, isFulfilled: false } },
    books: ["refund:re_1 unfulfilled 2000 stripe -2000"],
  },
  {
    story: "a refund returned by the bank",
    movement: { ...refund, category: "refund_failure", amount: cents(2000) },
    known: { order, refund: refunded },
    books: ["refund_failure:re_1 items -1500 shipping -400 tax -100 stripe 2000"],
  },
  {
    story: "a refund that the shop doesn't know yet",
    movement: refund,
    known: { order },
    books: [],
    waitsFor: "The shop hasn’t recorded this refund yet.",
  },
  {
    story: "a refund with another amount than the shop's",
    movement: { ...refund, amount: cents(-1999) },
    known: { order, refund: refunded },
    books: [],
    waitsFor: "The shop’s refund has a different amount.",
  },
  { story: "an unknown refund", movement: refund, books: ["refund:re_1 stripe -2000 unexplained 2000"] },
  {
    story: "a dispute with its fee",
    movement: { ...charge, category: "dispute", amount: cents(-10545), fee: cents(1500), source: { id: "du_1" } },
    known: { order },
    books: ["dispute:txn_1 stripe -10545 disputes 10545", "fee:txn_1 fees 1500 stripe -1500"],
  },
  {
    story: "a dispute won, with its fee given back",
    movement: { ...charge, category: "dispute_reversal", fee: cents(-1500), source: { id: "du_1" } },
    known: { order },
    books: ["dispute:txn_1 stripe 10545 disputes -10545", "fee:txn_1 fees -1500 stripe 1500"],
  },
  {
    story: "a payout",
    movement: { ...charge, category: "payout", amount: cents(-5000), fee: cents(0), source: { id: "po_1" } },
    books: ["payout:po_1 bank 5000 stripe -5000"],
  },
  {
    story: "a returned payout",
    movement: { ...charge, category: "payout_reversal", amount: cents(5000), fee: cents(0), source: { id: "po_1" } },
    books: ["payout_return:po_1 stripe 5000 bank -5000"],
  },
  {
    story: "a fee on its own",
    movement: { ...charge, category: "fee", amount: cents(-50), fee: cents(0), source: undefined },
    books: ["fee:txn_1 fees 50 stripe -50"],
  },
  {
    story: "a movement without a rule",
    movement: { ...charge, category: "topup", amount: cents(7000), fee: cents(0), source: { id: "tu_1" } },
    books: ["unexplained:txn_1 stripe 7000 unexplained -7000"],
  },
  {
    story: "another currency",
    movement: { ...charge, currency: "eur" },
    known: { order },
    books: [],
    waitsFor: "Stripe moved EUR, not USD.",
  },
];

test.each(cases)("Stripe's balance in the ledger: $story", ({ movement, known = {}, books, waitsFor }) => {
  const booking = entriesForMovement(movement, known);
  const said = booking.entries.map(({ reference, postings }) =>
    [reference, ...postings.flatMap(({ account, amount }) => [account, amount])].join(" "),
  );
  expect(said).toEqual(books);
  expect(booking.waitsFor).toBe(waitsFor);
});

test("an unexplained entry has Stripe's description", () => {
  const movement = { ...charge, category: "topup", description: "Top-up by bank transfer", fee: cents(0) };
  expect(entriesForMovement(movement, {}).entries).toMatchObject([{ memo: "topup: Top-up by bank transfer" }]);
});

test("every posted entry balances and changes Stripe's account by the transaction's amount", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents);
  const category = fc.constantFrom(...cases.map(({ movement }) => movement.category), "reserve");
  fc.assert(
    fc.property(
      category,
      amount,
      amount,
      fc.constantFrom(...cases),
      (category, amount, fee, { movement, known = {} }) => {
        const any = { ...movement, currency: "usd", category, amount, fee };
        const { entries, waitsFor } = entriesForMovement(any, known);
        for (const { postings } of entries) expect(sumOf(postings)).toBe(0);
        const posted = entries.map(({ reference, postings }) => ({ reference, cents: amountOn("stripe", postings) }));
        const legs = legsOf(any);
        if (waitsFor) expect(legs).toEqual(expect.arrayContaining(posted));
        else expect(posted).toEqual(legs);
      },
    ),
  );
});
