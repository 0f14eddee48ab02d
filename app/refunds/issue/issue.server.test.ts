import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { issueCertificate } from "~/certificates/certificates.server";
import { CustomerKey, EnrollmentId, OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { control, ledgerOf, mailOf, paidOrder, readPaid } from "../../../tests/support/orders/paid-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { processPendingRefunds } from "../process/process.server";
import { issueRefund, type RefundInput } from "./issue.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 10_000, perCustomer: null } });
});
afterAll(() => standIn.close());
afterEach(async () => {
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  await control("refunds", { mode: "succeed" });
});

const by = "ines@example.com";
const input = (orderId: OrderId, what: RefundInput["what"], more: Partial<RefundInput> = {}): RefundInput => ({
  ...{ orderId, what, reason: "Ordered twice", restock: false, withdrawAccess: true, by },
  ...more,
});
const units = (...ids: (EnrollmentId | undefined)[]) =>
  ({ kind: "units", enrollmentIds: ids.flatMap((id) => id ?? []), shipping: false }) as const;
const full = { kind: "full" } as const;

async function certify(enrollmentId = EnrollmentId.parse("")): Promise<void> {
  const { courseId } = await db().enrollment.update({
    where: { id: enrollmentId },
    data: {
      participantName: "Quinn",
      participantEmail: "q@example.com",
      participantKey: enrollmentId,
      passedAt: new Date(),
    },
  });
  const passing = { enrollmentId, participantKey: CustomerKey.parse(enrollmentId), courseId, at: new Date() };
  await transaction((tx) => issueCertificate(tx, passing));
}

test("PRICING 9 and SECURITY 16.3: a unit's share is refunded, its access ends, the books and the buyer's e-mail say so; the order stays paid", async () => {
  const { id, units: all } = await paidOrder({ units: 2 });
  const asked = await issueRefund(input(id, units(all[0])));
  expect(asked).toMatchObject({ ok: true });
  const order = await readPaid(id);
  expect(order).toMatchObject({ state: "paid", refundedCents: 9950 });
  expect(order.refunds).toMatchObject([
    { kind: "units", state: "succeeded", amountCents: 9950, itemsCents: 9950, requestedBy: by },
  ]);
  expect(order.refunds[0]?.finalAt).not.toBeNull();
  const [first, second] = order.enrollments;
  expect([first?.refundId, first?.withdrawnAt !== null]).toEqual([order.refunds[0]?.id, true]);
  expect([second?.refundId, second?.withdrawnAt]).toEqual([null, null]);
  expect((await readEnrollment(EnrollmentId.parse(all[0]))).standing.kind).toBe("closed");
  expect((await readEnrollment(EnrollmentId.parse(all[1]))).standing.kind).not.toBe("closed");
  expect(await ledgerOf(id)).toEqual({ stripe: 9950 + 595, items: -9950, shipping: -595 });
  expect(await mailOf(id, "refunded")).toEqual([{ orderId: id, refundId: order.refunds[0]?.id }]);
  const [row] = await db().auditEntry.findMany({ where: { subject: `order:${id}` } });
  expect(row).toMatchObject({
    actor: by,
    action: "refund.requested",
    before: { refundedCents: 0 },
    after: { refundedCents: 9950 },
  });
});

test("SCENARIO 16: units one by one, then the shipping, add up to the cent to what was paid; then the order is refunded", async () => {
  const { id, units: all, totalCents } = await paidOrder({ units: 3 });
  for (const unit of all) expect(await issueRefund(input(id, units(unit)))).toMatchObject({ ok: true });
  expect(await readPaid(id)).toMatchObject({ state: "paid", refundedCents: totalCents - 595 });
  expect(await issueRefund(input(id, { kind: "units", enrollmentIds: [], shipping: true }))).toMatchObject({
    ok: true,
  });
  expect(await readPaid(id)).toMatchObject({ state: "refunded", refundedCents: totalCents });
  expect(await ledgerOf(id)).toEqual({});
  expect(await issueRefund(input(id, full))).toMatchObject({
    problem: { kind: "not-paid", state: "refunded", left: 0 },
  });
});

test("SCENARIO 20: a refunded unit is not sold again at the sale price, and mailed copies return to stock only if staff say so", async () => {
  const { id, units: all } = await paidOrder({ units: 2 });
  const where = { id: "iv-therapeutics.book_by_mail" };
  await db().stock.update({ where, data: { capacity: 20, taken: 5 } });
  const takenOf = async (stockId: string) => (await db().stock.findUniqueOrThrow({ where: { id: stockId } })).taken;
  const sold = await takenOf("iv-therapeutics-sale");
  await issueRefund(input(id, units(all[0])));
  expect(await takenOf(where.id)).toBe(5);
  await issueRefund(input(id, units(all[1]), { restock: true }));
  expect(await takenOf(where.id)).toBe(4);
  expect(await takenOf("iv-therapeutics-sale")).toBe(sold);
});

test("two staff refund concurrently: exactly one succeeds, the other sees what is left", async () => {
  for (const what of [full, { kind: "amount", cents: cents(8000) } as const]) {
    const { id } = await paidOrder();
    const answers = await Promise.all(
      ["ines@example.com", "omar@example.com"].map((staff) => issueRefund(input(id, what, { by: staff }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const left = what === full ? 0 : 2545;
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { left } });
    const order = await readPaid(id);
    expect(order.refunds).toHaveLength(1);
    expect(order.refundedCents).toBe(order.refunds[0]?.amountCents);
  }
});

test("two staff refund different small amounts from the same page: the second must review again", async () => {
  const { id } = await paidOrder();
  const small = input(id, { kind: "amount", cents: cents(100) }, { seenRefundedCents: cents(0) });
  const answers = await Promise.all([issueRefund(small), issueRefund(small)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: "changed", left: 10445 } });
});

test("a form sent twice, or ten times concurrently, is one refund", async () => {
  const { id } = await paidOrder();
  const once = input(
    id,
    { kind: "amount", cents: cents(1000) },
    { token: `token-of-${id}`, seenRefundedCents: cents(0) },
  );
  const answers = await Promise.all(Array.from({ length: 10 }, () => issueRefund(once)));
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value.refundId : answer.problem.kind))).size).toBe(1);
  expect((await readPaid(id)).refundedCents).toBe(1000);
  expect(await mailOf(id, "refunded")).toHaveLength(1);
});

test("EDUCATION 13: a unit with a certificate is not refunded, alone or with the whole order or by amount", async () => {
  const { id, units: all } = await paidOrder({ units: 2 });
  await certify(all[0]);
  expect(await issueRefund(input(id, units(all[0])))).toMatchObject({ problem: { kind: "certified" } });
  expect(await issueRefund(input(id, full))).toMatchObject({ problem: { kind: "certified", left: 9950 + 595 } });
  expect(await issueRefund(input(id, { kind: "amount", cents: cents(9950 + 596) }))).toMatchObject({
    problem: { kind: "too-much" },
  });
  expect((await readPaid(id)).refundedCents).toBe(0);
  expect(await issueRefund(input(id, units(all[1])))).toMatchObject({ ok: true });
});

test("between refund row and call: what was saved before Stripe could be called is sent later, once", async () => {
  for (const status of ["reset-before-work", "reset-after-work"]) {
    const { id } = await paidOrder();
    await control("fail", { path: "/v1/refunds", times: 3, status });
    await issueRefund(input(id, full));
    expect(await readPaid(id)).toMatchObject({ state: "refunding", refunds: [{ state: "requested" }] });
    await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
    await Promise.all([processPendingRefunds(), processPendingRefunds()]);
    expect(await readPaid(id)).toMatchObject({ state: "refunded", refunds: [{ state: "succeeded" }] });
    expect(await ledgerOf(id)).toEqual({});
    expect(await mailOf(id, "refunded")).toHaveLength(1);
  }
});

test("a pending refund is posted when the money leaves, and the order is refunded when it is final", async () => {
  const { id } = await paidOrder();
  await control("refunds", { mode: "pending", reason: "processing" });
  await issueRefund(input(id, full));
  const waiting = await readPaid(id);
  expect(waiting).toMatchObject({ state: "refunding", refunds: [{ state: "pending", finalAt: null }] });
  expect(await ledgerOf(id)).toEqual({});
  await control(`refunds/${waiting.refunds[0]?.stripeRefundId}/settle`, { outcome: "succeeded" });
  await processPendingRefunds();
  expect(await readPaid(id)).toMatchObject({ state: "refunded", refunds: [{ state: "succeeded" }] });
  expect(await ledgerOf(id)).toEqual({});
});

test("while Stripe’s balance doesn't cover a refund, nothing has left it", async () => {
  const { id, totalCents } = await paidOrder();
  await control("refunds", { mode: "pending", reason: "insufficient_funds" });
  await issueRefund(input(id, full));
  expect((await ledgerOf(id)).stripe).toBe(totalCents);
});

test("PRICING 10: a free order has nothing to refund", async () => {
  const { id } = await paidOrder();
  await db().order.update({ where: { id }, data: { receivedCents: 0 } });
  expect(await issueRefund(input(id, full))).toMatchObject({ problem: { kind: "nothing-left", left: 0 } });
});

test("an order that doesn't exist or was never paid has nothing to refund", async () => {
  await expect(issueRefund(input(OrderId.parse("none"), full))).rejects.toMatchObject({ status: 404 });
  const { id } = await paidOrder();
  await db().order.update({ where: { id }, data: { state: "processing" } });
  expect(await issueRefund(input(id, full))).toMatchObject({ problem: { kind: "not-paid" } });
});
