import { expect, test } from "vitest";
import { describeChange } from "./changes";

test.each([
  { before: { price: 9950 }, after: { price: 9500 }, lines: ["price: $99.50 → $95.00"] },
  { before: { limit: 40 }, after: { limit: 50 }, lines: ["total limit: 40 → 50"] },
  { before: { perCustomer: null }, after: { perCustomer: 2 }, lines: ["customer limit: none → 2"] },
  { before: { isPaused: false }, after: { isPaused: true }, lines: ["paused: no → yes"] },
  {
    before: { endsAt: "2026-12-01T06:00:00.000Z" },
    after: { endsAt: "2026-12-02T06:00:00.000Z" },
    lines: ["end: Dec 1, 2026, 12:00 AM CST → Dec 2, 2026, 12:00 AM CST"],
  },
  {
    before: { copiesLeft: 6 },
    after: { copiesLeft: 31, reason: "Second printing" },
    lines: ["copies left: 6 → 31", "reason: Second printing"],
  },
  { before: undefined, after: { email: "ines@example.com" }, lines: ["email: ines@example.com"] },
  { before: { name: "A" }, after: null, lines: ["name: A → nothing"] },
  { before: null, after: null, lines: [] },
  {
    before: { terms: "IV Therapeutics at $99.50", combination: "combines with coupons", codes: [] },
    after: { terms: "IV Therapeutics at $99.50", combination: "exclusive", codes: ["TEN", "ZEHN"] },
    lines: ["combination: combines with coupons → exclusive", "codes: none → TEN, ZEHN"],
  },
  { before: null, after: { amountCents: 500, parts: [1] }, lines: ["amountCents: $5.00", "parts: [1]"] },
])("the audit log shows $lines", ({ before, after, lines }) => {
  expect(describeChange(before, after, "America/Chicago")).toEqual(lines);
});
