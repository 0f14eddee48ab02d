import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { chargedMailing, describeMailing, isMailable, mailingCents } from "./mailing";

test("before the address is known the cart says the least, the most, and what decides", () => {
  const estimate = { kind: "estimate" as const, from: cents(595), to: cents(1695) };
  const { price, note, isOpen } = describeMailing(estimate, 400);
  expect(price).toBe("from $5.95");
  expect(note).toContain("$5.95 to $16.95, by where the books go");
  expect([isOpen, mailingCents(estimate), isMailable(estimate)]).toEqual([true, 595, true]);
});

test("one price everywhere is no range", () => {
  const estimate = { kind: "estimate" as const, from: cents(595), to: cents(595) };
  expect(describeMailing(estimate, 400)).toEqual({ label: "Mailing", price: "$5.95", isOpen: false });
});

test("after it is known, the zone's price", () => {
  const quote = { kind: "rate" as const, zone: "Canada", price: cents(1695) };
  expect(describeMailing(quote, 400)).toMatchObject({ label: "Mailing: Canada", price: "$16.95" });
  expect(mailingCents(quote)).toBe(1695);
});

test("too heavy says how heavy it is, how heavy it may be, and what to do", () => {
  const quote = { kind: "too-heavy" as const, zone: "Canada", mostGrams: 2000 };
  expect(describeMailing(quote, 2500).problem).toBe(
    "These books weigh 5 lb 8.2 oz with their packaging, and one parcel may weigh 4 lb 6.5 oz (Canada). Order them in two or more orders, or choose some as eBooks.",
  );
  expect([isMailable(quote), mailingCents(quote)]).toEqual([false, 0]);
});

test("not served says what to do", () => {
  expect(describeMailing({ kind: "not-served" }, 100).problem).toContain("Choose the eBook");
  expect(isMailable({ kind: "not-served" })).toBe(false);
});

test("where nothing is mailed nothing stands in the way", () => {
  expect([isMailable(undefined), mailingCents(undefined)]).toEqual([true, 0]);
});

test("an old order knows no zone", () => {
  expect(chargedMailing(595, null)).toMatchObject({ label: "Mailing", price: "$5.95" });
});
