import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { cents } from "~/core/money";
import { type PolicyOrder, type PolicyUnit, refundPolicy } from "./refund-policy";

const order: PolicyOrder = {
  state: "paid",
  paidOn: "2026-11-24",
  receivedCents: cents(22850),
  refundedCents: cents(0),
};
const unit: PolicyUnit = { id: EnrollmentId.parse("a"), isCertified: false, isRefunded: false };
const open = { kind: "open", lastDay: "2026-12-24", unitIds: ["a"] };

type Case = { story: string; order?: Partial<PolicyOrder>; units?: PolicyUnit[]; today?: string; expected: object };
const cases: Case[] = [
  { story: "on the day of payment", today: "2026-11-24", expected: open },
  { story: "on the window’s last day", today: "2026-12-24", expected: open },
  { story: "on the day after", today: "2026-12-25", expected: { kind: "over", lastDay: "2026-12-24" } },
  {
    story: "no refund once a certificate is issued; the others may go",
    units: [
      { ...unit, isCertified: true },
      { ...unit, id: EnrollmentId.parse("b") },
    ],
    expected: { ...open, unitIds: ["b"] },
  },
  {
    story: "every unit has its certificate",
    units: [{ ...unit, isCertified: true }],
    expected: { kind: "all-certified" },
  },
  {
    story: "a unit is refunded once",
    order: { refundedCents: cents(100) },
    units: [
      { ...unit, isRefunded: true },
      { ...unit, id: EnrollmentId.parse("b") },
    ],
    expected: { ...open, unitIds: ["b"] },
  },
  {
    story: "of what was not refunded every unit has its certificate",
    order: { refundedCents: cents(100) },
    units: [
      { ...unit, isRefunded: true },
      { ...unit, id: EnrollmentId.parse("b"), isCertified: true },
    ],
    expected: { kind: "all-certified" },
  },
  {
    story: "every unit was refunded, though not the postage",
    order: { refundedCents: cents(22255) },
    units: [{ ...unit, isRefunded: true }],
    expected: { kind: "nothing-paid" },
  },
  {
    story: "all of it went back by amounts",
    order: { refundedCents: cents(22850) },
    expected: { kind: "nothing-paid" },
  },
  {
    story: "the whole order was refunded",
    order: { state: "refunded", refundedCents: cents(22850) },
    expected: { kind: "nothing-paid" },
  },
  {
    story: "a full refund is on its way",
    order: { state: "refunding", refundedCents: cents(22850) },
    expected: { kind: "nothing-paid" },
  },
  { story: "a free order", order: { receivedCents: cents(0) }, expected: { kind: "nothing-paid" } },
  {
    story: "payment is awaited",
    order: { state: "awaiting_payment", paidOn: null, receivedCents: cents(0) },
    expected: { kind: "not-paid" },
  },
  { story: "a person looks at the payment", order: { state: "attention" }, expected: { kind: "not-paid" } },
];
test.each(cases)("EDUCATION 13: $story", ({ order: change, units = [unit], today = "2026-11-30", expected }) => {
  expect(refundPolicy({ ...order, ...change }, units, { refundDays: 30, today })).toEqual(expected);
});

test("EDUCATION 13: a shop without a window takes back on the day of payment only", () => {
  const judge = (today: string) => refundPolicy(order, [unit], { refundDays: 0, today }).kind;
  expect([judge("2026-11-24"), judge("2026-11-25")]).toEqual(["open", "over"]);
});
