import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { compareDay, differenceText, isHarmless } from "./compare";

const leg = (reference: string, amount: number) => ({ reference, cents: cents(amount) });
const none = { atStripe: [], here: [] };

test.each([
  { story: "both agree", stripe: [leg("a", 5)], ledger: [leg("a", 5)], elsewhere: none, expected: [] },
  {
    story: "not posted",
    stripe: [{ ...leg("a", 5), why: "It waits.", orderId: OrderId.parse("o") }],
    ledger: [],
    elsewhere: none,
    expected: [{ kind: "only-at-stripe", reference: "a", stripeCents: 5, why: "It waits.", orderId: "o" }],
  },
  {
    story: "unknown to Stripe",
    stripe: [],
    ledger: [{ ...leg("a", 5), orderId: OrderId.parse("o") }],
    elsewhere: none,
    expected: [{ kind: "only-here", reference: "a", ledgerCents: 5, orderId: "o" }],
  },
  {
    story: "another amount",
    stripe: [leg("a", 5)],
    ledger: [leg("a", 6)],
    elsewhere: none,
    expected: [{ kind: "other-amount", reference: "a", stripeCents: 5, ledgerCents: 6 }],
  },
  {
    story: "posted on the day before",
    stripe: [leg("a", 5)],
    ledger: [],
    elsewhere: { atStripe: [], here: [{ ...leg("a", 5), day: "2026-11-23" }] },
    expected: [{ kind: "other-day", reference: "a", stripeCents: 5, ledgerCents: 5, day: "2026-11-23" }],
  },
  {
    story: "moved on the day after",
    stripe: [],
    ledger: [leg("a", 5)],
    elsewhere: { atStripe: [{ ...leg("a", 5), day: "2026-11-25" }], here: [] },
    expected: [{ kind: "other-day", reference: "a", stripeCents: 5, ledgerCents: 5, day: "2026-11-25" }],
  },
  {
    story: "posted on the day before with another amount",
    stripe: [leg("a", 5)],
    ledger: [],
    elsewhere: { atStripe: [], here: [{ ...leg("a", 4), day: "2026-11-23" }] },
    expected: [{ kind: "other-amount", reference: "a", stripeCents: 5, ledgerCents: 4 }],
  },
])("a day at Stripe and here: $story", ({ stripe, ledger, elsewhere, expected }) => {
  expect(compareDay(stripe, ledger, elsewhere)).toEqual(expected);
});

test("a difference says what it is and what to do", () => {
  expect(
    differenceText({ kind: "only-at-stripe", reference: "a", stripeCents: cents(-1500), why: "It waits." }),
  ).toEqual({
    what: "Stripe moved -$15.00; the ledger doesn’t have it. It waits.",
    todo: expect.stringContaining("check again"),
  });
  expect(
    differenceText({ kind: "other-day", reference: "a", stripeCents: cents(5), day: "2026-11-23" }).what,
  ).toContain("Nov 23, 2026");
});

test("only the same money on another day needs no action", () => {
  const kinds = ["only-at-stripe", "only-here", "other-amount", "other-day"] as const;
  expect(kinds.filter((kind) => isHarmless({ kind, reference: "a" }))).toEqual(["other-day"]);
});
