import fc from "fast-check";
import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import {
  acceptedPaymentEntry,
  disputeEntry,
  feeEntry,
  paymentEntry,
  payoutEntry,
  refundEntry,
  refundFailureEntry,
  sumOf,
  unfulfilledPaymentEntry,
} from "./entry";

const fact = { id: "x_1", orderId: OrderId.parse("order"), at: new Date("2026-11-24T18:00:00Z") };
const amount = fc.integer({ min: 0, max: 10_000_000 }).map(cents);
const amounts = fc.record({ items: amount, shipping: amount, tax: amount });

test("double entry: the postings of every entry add up to 0", () => {
  fc.assert(
    fc.property(amounts, amount, fc.boolean(), (parts, one, fulfilled) => {
      for (const { postings } of [
        paymentEntry(fact, parts),
        unfulfilledPaymentEntry(fact, one),
        acceptedPaymentEntry(fact, parts),
        feeEntry(fact, one),
        refundEntry(fact, parts, fulfilled),
        refundFailureEntry(fact, parts, fulfilled),
        disputeEntry(fact, cents(-one)),
        payoutEntry(fact, one),
      ])
        expect(sumOf(postings)).toBe(0);
    }),
  );
});

test("a failed refund leaves every account as it was before", () => {
  fc.assert(
    fc.property(amounts, fc.boolean(), (parts, fulfilled) => {
      const both = [refundEntry(fact, parts, fulfilled), refundFailureEntry(fact, parts, fulfilled)];
      const byAccount = new Map<string, number>();
      for (const { account, amount } of both.flatMap(({ postings }) => postings))
        byAccount.set(account, (byAccount.get(account) ?? 0) + amount);
      expect([...byAccount.values()].every((sum) => sum === 0)).toBe(true);
    }),
  );
});

test("a payment is split into its parts; zero amounts aren't posted", () => {
  expect(paymentEntry(fact, { items: cents(9950), shipping: cents(595), tax: cents(0) })).toMatchObject({
    reference: "payment:x_1",
    postings: [
      { account: "stripe", amount: 10545 },
      { account: "items", amount: -9950 },
      { account: "shipping", amount: -595 },
    ],
  });
});
