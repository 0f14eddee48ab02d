import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { chargedMailing, describeMailing, isMailable, mailingCents } from "./mailing";

test("before the address is known, the cart shows the lowest and highest price and what they depend on", () => {
  const estimate = { kind: "estimate" as const, from: cents(595), to: cents(1695) };
  const { price, note, isOpen } = describeMailing(estimate, 400);
  expect(price).toBe("from $5.95");
  expect(note).toContain("$5.95 to $16.95, depending on the address");
  expect([isOpen, mailingCents(estimate), isMailable(estimate)]).toEqual([true, 595, true]);
});

test("one price everywhere isn't a range", () => {
  const estimate = { kind: "estimate" as const, from: cents(595), to: cents(595) };
  expect(describeMailing(estimate, 400)).toEqual({ label: "Shipping", price: "$5.95", isOpen: false });
});

test("once it is known, the zone's price", () => {
  const quote = { kind: "rate" as const, zone: "Canada", price: cents(1695) };
  expect(describeMailing(quote, 400)).toMatchObject({ label: "Shipping: Canada", price: "$16.95" });
  expect(mailingCents(quote)).toBe(1695);
});

test("too heavy says the weight, the limit, and what to do", () => {
  const quote = { kind: "too-heavy" as const, zone: "Canada", maxGrams: 2000 };
  expect(describeMailing(quote, 2500).problem).toBe(
    "These books weigh 5 lb 8.2 oz with packaging, and a parcel can weigh up to 4 lb 6.5 oz (Canada). Split them into two or more orders, or choose some as eBooks.",
  );
  expect([isMailable(quote), mailingCents(quote)]).toEqual([false, 0]);
});

test("a country that isn't covered says what to do", () => {
  expect(describeMailing({ kind: "not-served" }, 100).problem).toContain("Choose the eBook");
  expect(isMailable({ kind: "not-served" })).toBe(false);
});

test("a cart with nothing to mail can always be paid for", () => {
  expect([isMailable(undefined), mailingCents(undefined)]).toEqual([true, 0]);
});

test("an old order has no zone", () => {
  expect(chargedMailing(595, null)).toMatchObject({ label: "Shipping", price: "$5.95" });
});
