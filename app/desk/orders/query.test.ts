import { expect, test } from "vitest";
import { cardDigitsIn, isStripeId, OrdersQuery, orderNumberIn } from "./query";

test.each([
  { story: "nothing", query: {}, read: { q: "", state: undefined, page: 1 } },
  { story: "a search", query: { q: " quinn ", page: "3" }, read: { q: "quinn", state: undefined, page: 3 } },
  { story: "a state", query: { state: "attention" }, read: { q: "", state: "attention", page: 1 } },
  { story: "unknown values", query: { state: "lost", page: "-1" }, read: { q: "", state: undefined, page: 1 } },
  { story: "two days", query: { from: "2026-11-01", until: "soon" }, read: { q: "", from: "2026-11-01", page: 1 } },
  { story: "control characters", query: { q: "\u0000qui\u0000nn\u0007" }, read: { q: "qui nn", page: 1 } },
  { story: "a search that is too long", query: { q: "a".repeat(201) }, read: { q: "", state: undefined, page: 1 } },
])("a shared link with $story opens", ({ query, read }) => {
  expect(OrdersQuery.parse(query)).toEqual(read);
});

test.each([
  ["1042", 1042],
  ["#1042", 1042],
  [" No. 1042 ", 1042],
  ["quinn", undefined],
  ["10 42", undefined],
  ["99999999999", undefined],
])("%j is order number %s", (text, number) => {
  expect(orderNumberIn(text)).toBe(number);
});

test.each([
  ["4242", "4242"],
  ["Visa 4242", "4242"],
  ["**** **** **** 4242", "4242"],
  ["…4242", "4242"],
  ["ending in 4242", "4242"],
  ["42424", undefined],
  ["quinn", undefined],
  ["#1042x", undefined],
])("%j is read as a card’s last digits: %s", (text, digits) => {
  expect(cardDigitsIn(text)).toBe(digits);
});

test.each([
  ["cs_test_a1B2", true],
  ["pi_3Qx0", true],
  ["ch_3Qx0", true],
  ["cs_", false],
  ["pi_3Qx0 ", false],
  ["quinn", false],
])("%j is a Stripe id: %s", (text, expected) => {
  expect(isStripeId(text)).toBe(expected);
});
