import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { cents } from "~/core/money";
import { type PolicyOrder, type PolicyUnit, refundPolicy } from "./policy";

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
    story: "no refund once a certificate is issued; the others can be refunded",
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
    story: "every unit not refunded has its certificate",
    order: { refundedCents: cents(100) },
    units: [
      { ...unit, isRefunded: true },
      { ...unit, id: EnrollmentId.parse("b"), isCertified: true },
    ],
    expected: { kind: "all-certified" },
  },
  {
    story: "every unit was refunded, but not the shipping",
    order: { refundedCents: cents(22255) },
    units: [{ ...unit, isRefunded: true }],
    expected: { kind: "nothing-paid" },
  },
  {
    story: "everything was refunded by amount",
    order: { refundedCents: cents(22850) },
    expected: { kind: "nothing-paid" },
  },
  {
    story: "the whole order was refunded",
    order: { state: "refunded", refundedCents: cents(22850) },
    expected: { kind: "nothing-paid" },
  },
  {
    story: "a full refund is pending",
    order: { state: "refunding", refundedCents: cents(22850) },
    expected: { kind: "nothing-paid" },
  },
  { story: "a free order", order: { receivedCents: cents(0) }, expected: { kind: "nothing-paid" } },
  {
    story: "awaiting payment",
    order: { state: "awaiting_payment", paidOn: null, receivedCents: cents(0) },
    expected: { kind: "not-paid" },
  },
  { story: "the payment needs attention", order: { state: "attention" }, expected: { kind: "not-paid" } },
];
test.each(cases)("EDUCATION 13: $story", ({ order: change, units = [unit], today = "2026-11-30", expected }) => {
  expect(refundPolicy({ ...order, ...change }, units, { refundDays: 30, today })).toEqual(expected);
});

test("EDUCATION 13: a shop without a window refunds only on the day of payment", () => {
  const kindOn = (today: string) => refundPolicy(order, [unit], { refundDays: 0, today }).kind;
  expect([kindOn("2026-11-24"), kindOn("2026-11-25")]).toEqual(["open", "over"]);
});
