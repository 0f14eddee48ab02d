import { expect, test } from "vitest";
import { OrderId, RefundId } from "~/core/ids";
import { cents } from "~/core/money";
import type { CaseMail, OrderCase } from "./case";
import { diagnoseOrder } from "./diagnose";

const at = (clock: string) => new Date(`2026-11-30T${clock}:00Z`);
const now = at("18:00");
const receipt: CaseMail = {
  ...{ kind: "receipt", to: "ada@example.com", state: "sent", at: at("17:31"), attempts: 1, error: null },
};
const open: OrderCase["units"][number] = {
  ...{ title: "IV Therapeutics", participantName: "Ada Lim", standing: "open", isWithdrawn: false },
};
const paid: OrderCase = {
  state: "paid",
  email: "ada@example.com",
  totalCents: cents(9950),
  receivedCents: cents(9950),
  refundedCents: cents(0),
  endsAt: at("17:45"),
  paidAt: at("17:30"),
  card: "Visa ending in 4242",
  hasPaymentPage: true,
  last: { at: at("17:30"), cause: "sweep", detail: null },
  mails: [receipt],
  units: [open],
  refunds: [],
  disputes: [],
  openRequests: 0,
  booksToSend: 0,
  paidLater: undefined,
};
const unpaid: OrderCase = {
  ...paid,
  ...{ state: "awaiting_payment", receivedCents: cents(0), paidAt: null, card: undefined, mails: [], units: [] },
};
const refund: OrderCase["refunds"][number] = {
  ...{
    id: RefundId.parse("r1"),
    amountCents: cents(500),
    state: "failed",
    failure: "the account is closed",
    createdAt: at("17:40"),
  },
  ...{ settledAt: null, unitIds: [] },
};
const again = { ...refund, id: RefundId.parse("r2"), createdAt: at("17:50") };
const dispute = { amountCents: cents(9950), status: "needs_response", dueBy: at("23:59") };

type Row = { story: string; order: OrderCase; tone: string; says: RegExp; todo?: RegExp; remedies: string[] };

test.each<Row>([
  {
    story: "an open payment page",
    order: { ...unpaid, endsAt: at("18:20") },
    ...{ tone: "wait", says: /^Not paid yet\. The payment page is open until Nov 30, 2026, 12:20 PM CST\.$/ },
    remedies: ["ask-stripe", "cancel"],
  },
  {
    story: "a page that has expired",
    order: unpaid,
    ...{ tone: "wait", says: /^Not paid as far as we know\. The payment page expired/, todo: /check with Stripe/ },
    remedies: ["ask-stripe", "cancel"],
  },
  {
    story: "a page that never opened",
    order: { ...unpaid, hasPaymentPage: false },
    ...{ tone: "wait", says: /never opened/ },
    remedies: ["ask-stripe", "cancel"],
  },
  {
    story: "a delayed payment",
    order: { ...unpaid, state: "processing" },
    ...{ tone: "wait", says: /processing since Nov 30, 2026, 11:30 AM CST/ },
    remedies: ["ask-stripe"],
  },
  {
    story: "an order that was closed unpaid",
    order: { ...unpaid, state: "expired" },
    ...{ tone: "wait", says: /^Not paid\. Closed .* \(sweep\)/, todo: /another order/ },
    remedies: ["ask-stripe", "find-payment"],
  },
  {
    story: "a shopper who started over and then paid",
    order: { ...unpaid, state: "expired", paidLater: { id: OrderId.parse("x"), number: 1042 } },
    ...{ tone: "wait", says: /^Not paid\. Closed/, todo: /started over and paid/ },
    remedies: ["paid-later", "ask-stripe"],
  },
  {
    story: "a paid order with its receipt sent and its course open",
    order: paid,
    tone: "good",
    says: /^Paid .*: \$99\.50 with Visa ending in 4242\. The receipt .* went to ada@example\.com on Nov 30, 2026, 11:31 AM CST\.$/,
    todo: /did not arrive/,
    remedies: ["resend-receipt", "change-email", "buyer-page"],
  },
  {
    story: "a receipt that was never queued",
    order: { ...paid, mails: [] },
    ...{ tone: "wrong", says: /No receipt was sent to ada@example\.com/ },
    remedies: ["resend-receipt", "buyer-page"],
  },
  {
    story: "a receipt that is queued",
    order: { ...paid, mails: [{ ...receipt, state: "waiting", attempts: 0 }] },
    ...{ tone: "wait", says: /queued .* and has not been sent yet/, todo: /jobs have stopped/ },
    remedies: ["buyer-page"],
  },
  {
    story: "a receipt that the mail server refuses",
    order: { ...paid, mails: [{ ...receipt, state: "failing", attempts: 2, error: "550 no such mailbox" }] },
    ...{
      tone: "wrong",
      says: /to ada@example\.com: failed after 2 attempts, and will be tried again: 550 no such mailbox$/,
    },
    remedies: ["change-email", "resend-receipt", "buyer-page"],
  },
  {
    story: "a receipt that was given up",
    order: { ...paid, mails: [{ ...receipt, state: "given-up", attempts: 1, error: null }] },
    ...{ tone: "wrong", says: /given up .* after 1 attempt: unknown reason$/ },
    remedies: ["change-email", "resend-receipt", "buyer-page"],
  },
  {
    story: "a receipt that was settled without being sent",
    order: { ...paid, mails: [{ ...receipt, state: "not-sent", error: "Not sent: discarded by ines@example.com." }] },
    ...{ tone: "wrong", says: /The receipt to ada@example\.com was not sent: discarded by ines@example\.com\.$/ },
    remedies: ["resend-receipt", "buyer-page"],
  },
  {
    story: "another e-mail that was given up",
    order: { ...paid, mails: [receipt, { ...receipt, kind: "access", to: "bo@example.com", state: "given-up" }] },
    ...{ tone: "wrong", says: /^Course links to bo@example\.com: given up/ },
    remedies: ["failed-messages"],
  },
  {
    story: "a free order",
    order: { ...paid, totalCents: cents(0), receivedCents: cents(0), card: undefined },
    ...{ tone: "good", says: /^Free order, placed/ },
    remedies: ["resend-receipt", "change-email", "buyer-page"],
  },
  {
    story: "a payment of a different amount",
    order: {
      ...paid,
      state: "attention",
      last: { at: at("17:30"), cause: "sweep", detail: "amount is 1, not 9950 cents" },
    },
    ...{ tone: "wrong", says: /^Needs attention since .*: amount is 1, not 9950 cents\.$/ },
    remedies: ["decide", "ask-stripe"],
  },
  {
    story: "a full refund in progress",
    order: { ...paid, state: "refunding", refundedCents: cents(9950), refunds: [{ ...refund, state: "pending" }] },
    ...{ tone: "wait", says: /^Full refund in progress/ },
    remedies: ["ask-stripe"],
  },
  {
    story: "a full refund",
    order: { ...paid, state: "refunded", refundedCents: cents(9950), refunds: [{ ...refund, state: "succeeded" }] },
    ...{ tone: "good", says: /^Refunded Nov 30, 2026, 11:30 AM CST: \$99\.50 went back/ },
    remedies: [],
  },
  {
    story: "a refund that failed",
    order: { ...paid, refunds: [refund] },
    ...{ tone: "wrong", says: /^The refund of \$5\.00 requested .* failed: the account is closed\.$/ },
    remedies: ["refund", "refunds"],
  },
  {
    story: "a refund that failed before another was made",
    order: {
      ...paid,
      ...{ refundedCents: cents(100), refunds: [refund, { ...again, state: "succeeded", amountCents: cents(100) }] },
    },
    ...{ tone: "wrong", says: /^The refund of \$5\.00 requested .* failed/ },
    remedies: ["refund", "refunds"],
  },
  {
    story: "a refund that failed and that staff settled",
    order: { ...paid, refunds: [{ ...refund, settledAt: at("17:55") }] },
    ...{ tone: "good", says: /^Paid / },
    remedies: ["resend-receipt", "change-email", "buyer-page"],
  },
  {
    story: "a failed refund for an order that waits for a decision",
    order: { ...paid, state: "attention", refunds: [refund] },
    ...{ tone: "wrong", says: /^The refund of \$5\.00/, todo: /Resolve/ },
    remedies: ["decide"],
  },
  {
    story: "a partial refund in progress",
    order: { ...paid, refundedCents: cents(500), refunds: [refund, { ...again, state: "pending" }] },
    ...{ tone: "wait", says: /^A refund of \$5\.00 has been pending since/ },
    remedies: ["ask-stripe"],
  },
  {
    story: "a dispute",
    order: { ...paid, disputes: [dispute] },
    ...{
      tone: "wrong",
      says: /wants \$99\.50 back .* due by Nov 30, 2026, 5:59 PM CST\.$/,
      todo: /Don’t refund anything/,
    },
    remedies: ["evidence"],
  },
  {
    story: "a dispute whose evidence was sent",
    order: { ...paid, disputes: [{ ...dispute, status: "under_review" }] },
    ...{ tone: "wait", says: /evidence is with the bank/ },
    remedies: ["evidence"],
  },
  {
    story: "a refund request",
    order: { ...paid, openRequests: 1 },
    ...{ tone: "wrong", says: /waiting for an answer/ },
    remedies: ["answer-request"],
  },
  {
    story: "books to mail",
    order: { ...paid, booksToSend: 2 },
    ...{ tone: "wait", says: /^2 books need to be mailed/ },
    remedies: ["ship"],
  },
  {
    story: "a paid order without a course",
    order: { ...paid, units: [] },
    ...{ tone: "wrong", says: /no course access was created/ },
    remedies: [],
  },
  {
    story: "access that was revoked",
    order: { ...paid, units: [{ ...open, standing: "closed", isWithdrawn: true }] },
    ...{ tone: "wait", says: /^IV Therapeutics \(Ada Lim\): access was withdrawn\.$/ },
    remedies: ["buyer-page"],
  },
  {
    story: "seats without learners",
    order: { ...paid, units: [open, ...Array(2).fill({ ...open, participantName: null, standing: "unnamed" })] },
    ...{ tone: "wait", says: /^2 × IV Therapeutics: no learner is named yet\.$/ },
    remedies: ["buyer-page"],
  },
  {
    story: "three failed attempts",
    order: { ...paid, units: [{ ...open, standing: "locked" }] },
    ...{ tone: "wait", says: /three attempts failed/ },
    remedies: ["buyer-page"],
  },
  {
    story: "a course that was credited before",
    order: { ...paid, units: [{ ...open, standing: "already-credited" }] },
    ...{ tone: "wrong", says: /already has a certificate/ },
    remedies: ["buyer-page"],
  },
  {
    story: "an approval that ended",
    order: { ...paid, units: [{ ...open, standing: "ended" }] },
    ...{ tone: "wrong", says: /approval has ended/ },
    remedies: ["buyer-page"],
  },
])("the first finding for $story", ({ order, tone, says, todo = /./, remedies }) => {
  const [first] = diagnoseOrder(order, now, "America/Chicago");
  expect(first).toMatchObject({ tone, remedies });
  expect(first?.what).toMatch(says);
  expect(first?.todo).toMatch(todo);
});

test("anything that is over is not listed: a closed dispute, a failed refund that was made again", () => {
  const order = {
    ...paid,
    disputes: [{ ...dispute, status: "won" }],
    refundedCents: cents(500),
    refunds: [refund, { ...again, state: "succeeded" as const }],
  };
  const found = diagnoseOrder(order, now, "America/Chicago");
  expect(found.map(({ tone }) => tone)).toEqual(["good", "good", "good"]);
  expect(found[0]?.what).toBe("$5.00 of $99.50 was refunded.");
});

test("the most urgent finding comes first, and none is left out", () => {
  const order = { ...paid, mails: [], disputes: [dispute], booksToSend: 1 };
  expect(diagnoseOrder(order, now, "America/Chicago").map(({ tone }) => tone)).toEqual([
    ...["wrong", "wrong", "wait", "good"],
  ]);
});
