import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { refundedText } from "./refunded-text";

const order = { number: 1042, state: "refunded" as const, receivedCents: cents(10545), refundedCents: cents(10545) };

test.each([
  {
    story: "a refunded order",
    expected: "The full amount was refunded to your original payment method ($105.45). Banks can take up to ten days.",
  },
  {
    story: "an order being refunded",
    change: { state: "refunding" as const },
    expected:
      "The full amount is being refunded to your original payment method ($105.45). Banks can take up to ten days.",
  },
  {
    story: "a payment that fulfilled nothing because it was late or the wrong amount",
    change: { number: null },
    expected:
      "This order was not fulfilled. The full amount was refunded to your original payment method ($105.45). Banks can take up to ten days.",
  },
  {
    story: "part through Stripe and the rest by check",
    change: { refundedCents: cents(10000) },
    expected:
      "$100.00 was refunded to your original payment method. Banks can take up to ten days. The remaining $5.45 was settled with you another way.",
  },
  {
    story: "all of it by check",
    change: { number: null, refundedCents: 0 },
    expected: "This order was not fulfilled. The $105.45 you paid was settled with you another way.",
  },
])("the order’s page tells the buyer about $story", ({ change, expected }) => {
  expect(refundedText({ ...order, ...change })).toBe(expected);
});
