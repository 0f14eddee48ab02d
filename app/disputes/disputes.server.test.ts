import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handleEvent } from "~/checkout/events/handle.server";
import { DisputeId, OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import { issueRefund } from "~/refunds/issue/issue.server";
import { control, ledgerOf, mailOf, openOrder, paidOrder, readPaid } from "../../tests/support/orders/paid-order";
import { pdfText } from "../../tests/support/pdf-text";
import { type RunningStandIn, startStandIn } from "../../tools/stripe-stand-in/start";
import { readEvidenceFacts } from "./evidence-facts.server";
import { evidenceFile, evidencePdf } from "./evidence-pdf.server";
import { sendEvidence } from "./send-evidence.server";
import { stripeEvidence } from "./stripe-evidence";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 10_000, perCustomer: null } });
});
afterAll(() => standIn.close());

const by = "ines@example.com";
type Paid = Awaited<ReturnType<typeof paidOrder>>;
const dispute = async (order: { stripePaymentIntentId: string | null }, wanted: object = {}) => {
  const opened = await control(`charges/${order.stripePaymentIntentId}/dispute`, wanted);
  return opened.dispute?.id ?? "";
};
const tell = (type: string, objectId: string) =>
  handleEvent({ id: `evt_${crypto.randomUUID()}`, type, data: { object: { id: objectId } } });
const disputeOf = (id: string) => db().dispute.findUniqueOrThrow({ where: { id } });
const refund = ({ id }: Paid, amount: number) =>
  issueRefund({
    ...{ orderId: id, what: { kind: "amount", cents: cents(amount) }, reason: "Goodwill" },
    ...{ restock: false, withdrawAccess: false, by },
  });

test("a dispute is saved once with its due date, staff are alerted, and the order doesn't change", async () => {
  const order = await paidOrder();
  const id = await dispute(order, { reason: "product_not_received", dueBy: 1_795_000_000 });
  await Promise.all([
    tell("charge.dispute.created", id),
    tell("charge.dispute.funds_withdrawn", id),
    tell("charge.dispute.updated", id),
  ]);
  expect(await disputeOf(id)).toMatchObject({
    ...{ orderId: order.id, amountCents: 10545, reason: "product_not_received", status: "needs_response" },
    ...{ closedAt: null, dueBy: new Date(1_795_000_000_000) },
  });
  const alerts = await mailOf(order.id, "staff-alert");
  expect(alerts).toHaveLength(1);
  expect(alerts[0]?.what).toMatch(/nothing arrived.*Respond by Nov \d+, 2026/);
  expect((await readPaid(order.id)).state).toBe("paid");
});

test("repeated and out-of-order events end with Stripe's current status", async () => {
  const order = await paidOrder();
  const id = await dispute(order);
  await control(`disputes/${id}/close`, { outcome: "won" });
  await tell("charge.dispute.closed", id);
  const closed = await disputeOf(id);
  expect(closed.status).toBe("won");
  for (const type of ["charge.dispute.created", "charge.dispute.updated", "charge.dispute.funds_reinstated"])
    await tell(type, id);
  expect(await disputeOf(id)).toEqual(closed);
  expect(await mailOf(order.id, "staff-alert")).toHaveLength(1);
});

test("staff are alerted to a lost dispute", async () => {
  const order = await paidOrder();
  const id = await dispute(order);
  await tell("charge.dispute.created", id);
  await control(`disputes/${id}/close`, { outcome: "lost" });
  await tell("charge.dispute.closed", id);
  expect((await mailOf(order.id, "staff-alert")).map(({ what }) => what)).toMatchObject([
    expect.stringContaining("disputing $105.45"),
    "A dispute of $105.45: Lost.",
  ]);
  expect((await disputeOf(id)).closedAt).not.toBeNull();
});

test("dispute after refund: what was refunded stays refunded, and no more is refunded while the bank holds the money", async () => {
  const order = await paidOrder();
  expect(await refund(order, 2000)).toMatchObject({ ok: true });
  const id = await dispute(order, { amount: 8545 });
  await tell("charge.dispute.created", id);
  expect(await refund(order, 100)).toMatchObject({ problem: { kind: "disputed" } });
  expect(await readPaid(order.id)).toMatchObject({ state: "paid", refundedCents: 2000 });
  await control(`disputes/${id}/close`, { outcome: "won" });
  await tell("charge.dispute.closed", id);
  expect(await refund(order, 100)).toMatchObject({ ok: true });
  expect((await ledgerOf(order.id)).stripe).toBe(10545 - 2100);
});

test("refund after dispute: a refund Stripe refuses doesn't count, and says why", async () => {
  const order = await paidOrder();
  // The shop hasn't heard of the dispute yet.
  await dispute(order);
  expect(await refund(order, 2000)).toMatchObject({ ok: true });
  const after = await readPaid(order.id);
  expect(after).toMatchObject({ state: "paid", refundedCents: 0 });
  expect(after.refunds).toMatchObject([{ state: "failed", failure: expect.stringContaining("answer the dispute") }]);
  expect((await ledgerOf(order.id)).stripe).toBe(10545);
  expect(await mailOf(order.id, "staff-alert")).toHaveLength(1);
});

test("an inquiry takes nothing, so its payment can be refunded", async () => {
  const order = await paidOrder();
  const id = await dispute(order, { inquiry: true });
  await tell("charge.dispute.created", id);
  expect((await disputeOf(id)).status).toBe("warning_needs_response");
  expect(await refund(order, 2000)).toMatchObject({ ok: true });
});

test("a dispute that arrives before its payment finds its order", async () => {
  const { id: orderId, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const { payment_intent } = await stripe().checkout.sessions.retrieve(sessionId);
  const id = await dispute({ stripePaymentIntentId: String(payment_intent) });
  await tell("charge.dispute.created", id);
  expect((await disputeOf(id)).orderId).toBe(orderId);
});

test("evidence is saved in Stripe until it is sent, and is sent once", async () => {
  const order = await paidOrder({ name: "Quinn Osei-Larkspur" });
  const disputeId = await dispute(order);
  await tell("charge.dispute.created", disputeId);
  const sending = { disputeId: DisputeId.parse(disputeId), note: "The books were signed for.", by };
  expect(await sendEvidence({ ...sending, submit: false })).toEqual({ ok: true, value: undefined });
  const saved = await stripe().disputes.retrieve(disputeId);
  expect(saved).toMatchObject({ status: "needs_response", evidence: { customer_name: "Quinn Osei-Larkspur" } });
  expect(saved.evidence.uncategorized_text).toMatch(/^The books were signed for\.\n\nOrder\n/);
  expect(saved.evidence.access_activity_log).toContain("IV Therapeutics, unit 1: access granted");
  expect(saved.evidence.refund_policy_disclosure).toContain("certificate of completion");

  expect(await sendEvidence({ ...sending, submit: true })).toMatchObject({ ok: true });
  expect((await disputeOf(disputeId)).status).toBe("under_review");
  expect(await sendEvidence({ ...sending, submit: true })).toEqual({ ok: false, problem: { kind: "answered" } });
  const rows = await db().auditEntry.findMany({ where: { subject: `order:${order.id}` }, orderBy: { at: "asc" } });
  expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
    ["dispute.save-requested", by],
    ["dispute.answer-requested", by],
  ]);
});

test("the audit shows who sent evidence even if Stripe's response is lost, and what Stripe rejected", async () => {
  const order = await paidOrder();
  const disputeId = await dispute(order);
  await tell("charge.dispute.created", disputeId);
  const auditOf = async () => {
    const rows = await db().auditEntry.findMany({ where: { subject: `order:${order.id}` }, orderBy: { at: "asc" } });
    return rows.map(({ action }) => action);
  };
  const fault = { method: "POST", path: `/v1/disputes/${disputeId}` };
  await control("fail", { ...fault, times: 1, status: 400 });
  expect(await sendEvidence({ disputeId: DisputeId.parse(disputeId), note: "", submit: true, by })).toMatchObject({
    problem: { kind: "refused" },
  });
  await control("fail", { ...fault, times: 3, status: "reset-after-work" });
  expect(await sendEvidence({ disputeId: DisputeId.parse(disputeId), note: "", submit: true, by })).toMatchObject({
    problem: { kind: "unavailable" },
  });
  expect((await stripe().disputes.retrieve(disputeId)).status).toBe("under_review");
  expect(await auditOf()).toEqual([
    ...["dispute.answer-requested", "dispute.request-failed"],
    ...["dispute.answer-requested", "dispute.request-failed"],
  ]);
});

test("evidence for an unknown dispute is a 404, and an outage is reported", async () => {
  const sending = { note: "", submit: false, by };
  await expect(sendEvidence({ ...sending, disputeId: DisputeId.parse("dp_none") })).rejects.toMatchObject({
    status: 404,
  });
  const order = await paidOrder();
  const disputeId = await dispute(order);
  await tell("charge.dispute.created", disputeId);
  await control("fail", { path: "/v1/disputes/*", times: 3, status: 503 });
  expect(await sendEvidence({ ...sending, disputeId: DisputeId.parse(disputeId) })).toEqual({
    ok: false,
    problem: { kind: "unavailable" },
  });
});

test("the evidence has the order, consent, e-mails, access, shipments, refunds, and policy, with names in any script", async () => {
  const order = await paidOrder({ units: 2, name: "ليلى 李娜 O’Brien" });
  await db().order.update({
    where: { id: order.id },
    data: { termsVersion: "2026-11-01", cardBrand: "visa", cardLast4: "4242" },
  });
  await db().outboxMessage.updateMany({
    where: { orderId: order.id },
    data: { sentAt: new Date(), recipient: order.email },
  });
  const settled = { kind: "approval-ending", payload: {}, orderId: order.id, recipient: order.email };
  const at = new Date();
  const settledAt = { createdAt: at, nextAttemptAt: at, sentAt: at };
  await db().outboxMessage.create({
    data: { ...settled, ...settledAt, lastError: "Not sent: the course was passed." },
  });
  const line = await db().orderLine.findFirstOrThrow({ where: { orderId: order.id } });
  await db().shipment.create({
    data: {
      ...{ orderId: order.id, carrier: "USPS", trackingNumber: "9400 1000", shippedAt: new Date(), by },
      lines: { create: { orderLineId: line.id, quantity: 2 } },
    },
  });
  await refund(order, 500);
  const facts = await readEvidenceFacts(order.id);
  const pages = pdfText(await buffer(evidencePdf(facts, { paper: "letter", at: new Date(), compress: false })));
  const text = pages.join("\n").replaceAll(/\s+/g, " ");
  for (const part of [
    `Evidence for order ${order.number}`,
    "Visa ending in 4242",
    "The buyer agreed to the terms of 2026-11-01",
    "Receipt with course links",
    "IV Therapeutics, unit 2: access granted",
    "tracking number 9400 1000",
    "$5.00, succeeded: Goodwill",
    "Once a certificate is issued, its credits are earned",
    `page 1 of ${pages.length}`,
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("Reminder");
  expect(text).toContain("李娜");
  expect((await evidenceFile(order.id, "a4")).fileName).toBe(`evidence-order-${order.number}.pdf`);
  await expect(evidenceFile(OrderId.parse("none"), "letter")).rejects.toMatchObject({ status: 404 });
});

test("SECURITY 61: the evidence tells nothing of a colleague but that another learner has access", async () => {
  const order = await paidOrder({ units: 2, name: "Quinn Osei-Larkspur" });
  const [own, colleagues] = order.enrollments;
  if (!own || !colleagues) throw new Error("no enrollments found");
  const key = `bo-${order.id}@example.org`;
  await db().enrollment.update({
    where: { id: colleagues.id },
    data: { participantName: "Bo Rasp", participantEmail: key, participantKey: key, attemptsUsed: 1 },
  });
  const { id: postTestId } = await db().postTest.findFirstOrThrow({ where: { courseId: own.courseId } });
  const submittedAt = new Date();
  const attempt = { number: 1, postTestId, answers: {}, passed: true, submittedAt };
  await db().attempt.createMany({
    data: [
      { ...attempt, enrollmentId: own.id, correct: 17, questions: 20 },
      { ...attempt, enrollmentId: colleagues.id, correct: 19, questions: 20 },
    ],
  });
  await db().certificate.createMany({
    data: [own, colleagues].map(({ id, courseId }, index) => ({
      ...{ number: `${order.number}-C${index}`, verificationCode: id, enrollmentId: id, courseId, snapshot: {} },
      ...{ participantKey: index === 0 ? order.customerKey : key, demo: true, issuedAt: submittedAt },
    })),
  });
  const letter = { payload: {}, orderId: order.id, createdAt: submittedAt, nextAttemptAt: submittedAt };
  await db().outboxMessage.createMany({
    data: ["access", "test-passed"].map((kind) => ({ ...letter, kind, recipient: key, sentAt: submittedAt })),
  });

  const facts = await readEvidenceFacts(order.id);
  const pages = pdfText(await buffer(evidencePdf(facts, { paper: "letter", at: new Date(), compress: false })));
  const text = pages.join("\n").replaceAll(/\s+/g, " ");
  for (const part of [
    "IV Therapeutics, unit 1: post-test attempt 1 submitted, 17 of 20 correct",
    `certificate ${order.number}-C0 issued to the buyer`,
    "IV Therapeutics, unit 2: access granted (another learner)",
    "Course links to another learner",
  ])
    expect(text).toContain(part);
  const told = `${text} ${JSON.stringify(Object.values(stripeEvidence(facts, "")))}`;
  for (const part of ["Bo Rasp", "bo-", "example.org", "19 of 20", `${order.number}-C1`, "unit 2: post-test"])
    expect(told).not.toContain(part);
});

test("evidence for two hundred units fills many pages and loses nothing", async () => {
  const order = await paidOrder();
  const facts = await readEvidenceFacts(order.id);
  const [one] = facts.enrollments;
  if (!one) throw new Error("no enrollment found");
  const many = Array.from({ length: 200 }, (_, at) => ({ ...one, unit: at + 1 }));
  const pdf = evidencePdf({ ...facts, enrollments: many }, { paper: "a4", at: new Date(), compress: false });
  const pages = pdfText(await buffer(pdf));
  expect(pages.length).toBeGreaterThan(4);
  const text = pages.join("\n").replaceAll(/\s+/g, " ");
  for (const unit of [1, 100, 200]) expect(text).toContain(`unit ${unit}: access granted`);
  expect(text).toContain(`page ${pages.length} of ${pages.length}`);
});
