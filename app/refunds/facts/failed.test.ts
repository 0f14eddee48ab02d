import { expect, test } from "vitest";
import { EnrollmentId, RefundId } from "~/core/ids";
import { cents } from "~/core/money";
import { type RefundFacts, unsettledFailures } from "./failed";

const at = (clock: string) => new Date(`2026-11-30T${clock}:00Z`);
const refund = (id: string, clock: string, change: Partial<RefundFacts> = {}): RefundFacts => ({
  ...{
    id: RefundId.parse(id),
    state: "failed",
    amountCents: cents(500),
    createdAt: at(clock),
    settledAt: null,
    unitIds: [],
  },
  ...change,
});
const units = (...ids: string[]) => ({
  unitIds: ids.map((id) => EnrollmentId.parse(id)),
  amountCents: cents(ids.length * 500),
});
const done = { state: "succeeded" } as const;

test.each<{ story: string; refunds: RefundFacts[]; refundedCents?: number; open: string[] }>([
  { story: "it is the only one", refunds: [refund("a", "10:00")], open: ["a"] },
  { story: "none failed", refunds: [refund("a", "10:00", done)], open: [] },
  { story: "staff settled it", refunds: [refund("a", "10:00", { settledAt: at("11:00") })], open: [] },
  {
    story: "the same amount was refunded again",
    refunds: [refund("a", "10:00"), refund("b", "11:00", { state: "pending" })],
    open: [],
  },
  {
    story: "the second try failed too: the money is owed once",
    refunds: [refund("a", "10:00"), refund("b", "11:00")],
    open: ["b"],
  },
  {
    story: "a smaller amount was refunded later",
    refunds: [refund("a", "10:00"), refund("b", "11:00", { ...done, amountCents: cents(400) })],
    open: ["a"],
  },
  {
    story: "other units were refunded later",
    refunds: [refund("a", "10:00", units("u1")), refund("b", "11:00", { ...done, ...units("u2", "u3") })],
    open: ["a"],
  },
  {
    story: "its units were refunded later, one by one",
    refunds: [
      refund("a", "10:00", units("u1", "u2")),
      refund("b", "11:00", { ...done, ...units("u2") }),
      refund("c", "12:00", { ...done, ...units("u1") }),
    ],
    open: [],
  },
  {
    story: "its unit was refunded later, but not the shipping",
    refunds: [
      refund("a", "10:00", { ...units("u1"), amountCents: cents(1095) }),
      refund("b", "11:00", { ...done, ...units("u1") }),
    ],
    open: ["a"],
  },
  {
    story: "an earlier refund settles nothing",
    refunds: [refund("a", "09:00", done), refund("b", "10:00")],
    open: ["b"],
  },
  {
    story: "everything received is being refunded",
    refunds: [refund("a", "10:00", units("u1")), refund("b", "11:00", { ...done, amountCents: cents(9950) })],
    ...{ refundedCents: 9950, open: [] },
  },
])("a failed refund: $story", ({ refunds, refundedCents = 500, open }) => {
  const found = unsettledFailures({ receivedCents: cents(9950), refundedCents: cents(refundedCents), refunds });
  expect(found.map(({ id }) => id)).toEqual(open);
});
