import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { handleEvent } from "~/checkout/events/handle.server";
import { fulfillOrder } from "~/checkout/settle/fulfill.server";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { EnrollmentId, OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { checkDays } from "~/ledger/check/days.server";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import { control, ledgerOf, mailOf, openOrder, paidOrder, readPaid } from "../../../tests/support/orders/paid-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { changeAccess } from "../desk/change-access.server";
import { issueRefund } from "../issue/issue.server";
import { resolveAttention } from "../resolve/resolve.server";
import { syncRefund } from "./sync.server";

// No webhook reaches this shop: each test delivers the events itself, in its own sequence.
let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 10_000, perCustomer: null } });
});
afterAll(() => standIn.close());
afterEach(() => control("refunds", { mode: "succeed" }));

const by = "ines@example.com";
const refundAll = (orderId: string) =>
  issueRefund({
    orderId: OrderId.parse(orderId),
    what: { kind: "full" },
    reason: "Asked for",
    restock: false,
    withdrawAccess: true,
    by,
  });
const tell = (type: string, objectId: string) =>
  handleEvent({ id: `evt_${crypto.randomUUID()}`, type, data: { object: { id: objectId } } });
const intentOf = (order: { stripePaymentIntentId: string | null }) => order.stripePaymentIntentId ?? "";

/** Refunds in Stripe's dashboard; returns the refund's id. */
async function refundOutside(order: { stripePaymentIntentId: string | null }, amount?: number): Promise<string> {
  const answer = await control(`charges/${intentOf(order)}/refund`, { amount });
  return answer.refund?.id ?? "";
}

test("a refund that fails after succeeding no longer counts, frees its units, and alerts staff", async () => {
  const { id, units } = await paidOrder({ units: 2 });
  await refundAll(id);
  const { stripeRefundId } = (await readPaid(id)).refunds[0] ?? {};
  await control(`refunds/${stripeRefundId}/settle`, { outcome: "failed", reason: "lost_or_stolen_card" });
  await tell("refund.failed", stripeRefundId ?? "");
  await tell("refund.updated", stripeRefundId ?? "");
  const order = await readPaid(id);
  expect(order).toMatchObject({ state: "attention", refundedCents: 0 });
  expect(order.refunds).toMatchObject([{ state: "failed", failure: "the card was reported lost or stolen" }]);
  for (const unit of order.enrollments) expect([unit.refundId, unit.withdrawnAt !== null]).toEqual([null, true]);
  expect(await ledgerOf(id)).toEqual({ stripe: order.totalCents, items: -order.itemsCents, shipping: -595 });
  expect(await mailOf(id, "staff-alert")).toMatchObject([{ what: expect.stringContaining("lost or stolen") }]);

  // Staff keep the order after all.
  const stands = { act: "reinstate", reason: "Buyer keeps the books", restoreAccess: true } as const;
  expect(await resolveAttention(id, stands, by, fulfillOrder)).toEqual({ ok: true, value: undefined });
  expect(await readPaid(id)).toMatchObject({ state: "paid", refundedCents: 0 });
  expect((await readEnrollment(EnrollmentId.parse(units[0] ?? ""))).standing.kind).not.toBe("closed");
  expect(await resolveAttention(id, stands, by, fulfillOrder)).toMatchObject({ problem: { kind: "not-open" } });
});

test("a failed refund can be made again", async () => {
  const { id } = await paidOrder();
  await control("refunds", { mode: "pending", reason: "processing" });
  await refundAll(id);
  const { stripeRefundId } = (await readPaid(id)).refunds[0] ?? {};
  await control(`refunds/${stripeRefundId}/settle`, { outcome: "failed" });
  await tell("refund.failed", stripeRefundId ?? "");
  expect((await readPaid(id)).state).toBe("attention");
  await control("refunds", { mode: "succeed" });
  const again = { act: "refund-received", reason: "Another try", withdrawAccess: true } as const;
  expect(await resolveAttention(id, again, by, fulfillOrder)).toMatchObject({ ok: true });
  const order = await readPaid(id);
  expect(order).toMatchObject({ state: "refunded", refundedCents: order.totalCents });
  expect(order.refunds.map(({ state, kind }) => [kind, state])).toEqual([
    ["full", "failed"],
    ["full", "succeeded"],
  ]);
  expect(await ledgerOf(id)).toEqual({});
});

test("an order whose partial refund fails stays paid, and staff are alerted", async () => {
  const { id } = await paidOrder();
  await control("refunds", { mode: "pending", reason: "insufficient_funds" });
  const what = { kind: "amount", cents: cents(500) } as const;
  await issueRefund({ orderId: id, what, reason: "Late", restock: false, withdrawAccess: false, by });
  const { stripeRefundId } = (await readPaid(id)).refunds[0] ?? {};
  await control(`refunds/${stripeRefundId}/settle`, { outcome: "failed" });
  await tell("refund.failed", stripeRefundId ?? "");
  expect(await readPaid(id)).toMatchObject({ state: "paid", refundedCents: 0 });
  expect(await mailOf(id, "staff-alert")).toHaveLength(1);
  expect((await ledgerOf(id)).stripe).toBe(10545);
});

test("a refund in Stripe’s dashboard becomes one row, no matter how often or in what sequence its events arrive", async () => {
  const order = await paidOrder();
  const refundId = await refundOutside(order, 3000);
  const { latest_charge: charge } = await stripe().paymentIntents.retrieve(intentOf(order));
  await Promise.all([
    tell("refund.created", refundId),
    tell("charge.refunded", String(charge)),
    tell("refund.updated", refundId),
  ]);
  await tell("charge.refunded", String(charge));
  const after = await readPaid(order.id);
  expect(after).toMatchObject({ state: "paid", refundedCents: 3000 });
  expect(after.refunds).toMatchObject([
    { kind: "outside", state: "succeeded", amountCents: 3000, stripeRefundId: refundId },
  ]);
  expect(await ledgerOf(order.id)).toEqual({ stripe: 7545, items: -6950, shipping: -595 });
  expect(await mailOf(order.id, "staff-alert")).toHaveLength(1);
  expect(after.enrollments[0]?.withdrawnAt).toBeNull();
});

test("a full refund in the dashboard ends the order; staff end access or restore it", async () => {
  const order = await paidOrder();
  await tell("refund.created", await refundOutside(order));
  expect(await readPaid(order.id)).toMatchObject({ state: "refunded", refundedCents: 10545 });
  expect(await ledgerOf(order.id)).toEqual({});
  const enrollmentId = order.units[0] ?? "";
  const standing = async () => (await readEnrollment(EnrollmentId.parse(enrollmentId))).standing.kind;
  expect(await standing()).not.toBe("closed");
  await changeAccess({ orderId: order.id, enrollmentId: EnrollmentId.parse(enrollmentId), ends: true, by });
  expect(await standing()).toBe("closed");
  await changeAccess({ orderId: order.id, enrollmentId: EnrollmentId.parse(enrollmentId), ends: false, by });
  expect(await standing()).not.toBe("closed");
  await expect(
    changeAccess({ orderId: OrderId.parse("another"), enrollmentId: EnrollmentId.parse(enrollmentId), ends: true, by }),
  ).rejects.toMatchObject({
    status: 404,
  });
});

test("our own refund can’t repeat what the dashboard refunded first", async () => {
  const order = await paidOrder();
  // Saved, but someone used the dashboard before it could be sent to Stripe.
  await control("fail", { path: "/v1/refunds", times: 3, status: "reset-before-work" });
  await refundAll(order.id);
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  await tell("refund.created", await refundOutside(order, 10_000));
  const after = await readPaid(order.id);
  expect(after.refunds.map(({ kind, state }) => [kind, state])).toEqual([
    ["full", "failed"],
    ["outside", "succeeded"],
  ]);
  expect(after).toMatchObject({ state: "attention", refundedCents: 10_000 });
  expect((await ledgerOf(order.id)).stripe).toBe(545);
});

test("refund before completion: the payment is recorded first, then its refund", async () => {
  const { id, sessionId } = await openOrder();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const { payment_intent } = await stripe().checkout.sessions.retrieve(sessionId);
  await tell("refund.created", await refundOutside({ stripePaymentIntentId: String(payment_intent) }));
  await tell("checkout.session.completed", sessionId);
  const order = await readPaid(id);
  expect(order.events.map(({ state }) => state)).toEqual(["awaiting_payment", "paid", "refunding", "refunded"]);
  expect(order).toMatchObject({ receivedCents: 10545, refundedCents: 10545 });
  expect(await ledgerOf(id)).toEqual({});
});

test("a late payment event doesn't revive a refunded order", async () => {
  const order = await paidOrder();
  await refundAll(order.id);
  await reconcileWithStripe(order.stripeSessionId ?? "", "late");
  expect((await readPaid(order.id)).state).toBe("refunded");
  expect(await mailOf(order.id, "receipt")).toHaveLength(1);
});

test("a refund of an unknown payment, or one unknown to Stripe, changes nothing", async () => {
  const { id: sessionId } = await stripe().checkout.sessions.create({
    mode: "payment",
    line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "Another" } } }],
    success_url: "http://localhost:3000/another-shop",
  });
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const { payment_intent } = await stripe().checkout.sessions.retrieve(sessionId);
  const stripeRefundId = await refundOutside({ stripePaymentIntentId: String(payment_intent) });
  await tell("refund.created", stripeRefundId);
  expect(await syncRefund("re_none")).toBeUndefined();
  expect(await db().refund.count({ where: { stripeRefundId } })).toBe(0);
});

/** Paid with another amount than the order's: SCENARIO 15. */
async function mismatched() {
  const { id, sessionId } = await openOrder({ charged: 10045 });
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await reconcileWithStripe(sessionId, "test");
  expect(await readPaid(id)).toMatchObject({ state: "attention", receivedCents: 10045, number: null });
  return id;
}

test("a payment that doesn't match its order alerts staff once", async () => {
  const id = await mismatched();
  await reconcileWithStripe((await readPaid(id)).stripeSessionId ?? "", "again");
  expect(await mailOf(id, "staff-alert")).toEqual([
    {
      orderId: id,
      what: expect.stringContaining(
        "$100.45 was received, but nothing was fulfilled: amount is 10045, not 10545 cents",
      ),
    },
  ]);
});

test("staff accept an unmatched payment: the order is fulfilled and the books show what it was for", async () => {
  const id = await mismatched();
  expect(await ledgerOf(id)).toEqual({ stripe: 10045, unfulfilled: -10045 });
  const stands = { act: "reinstate", reason: "The price had just changed", restoreAccess: false } as const;
  const answers = await Promise.all([
    resolveAttention(id, stands, by, fulfillOrder),
    resolveAttention(id, stands, by, fulfillOrder),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const order = await readPaid(id);
  expect(order).toMatchObject({ state: "paid", number: expect.any(Number), units: [expect.any(String)] });
  expect(await ledgerOf(id)).toEqual({ stripe: 10045, items: -9450, shipping: -595 });
  expect(await mailOf(id, "receipt")).toHaveLength(1);
  // Order, receipt, and ledger agree.
  expect(order).toMatchObject({ itemsCents: 9450, shippingCents: 595, taxCents: 0, totalCents: 10045 });
  expect((await checkDays({})).differences).toEqual([]);
  expect(order.events.at(-1)).toMatchObject({ cause: `decided by ${by}`, detail: "The price had just changed" });
  await refundAll(id);
  expect(await readPaid(id)).toMatchObject({ state: "refunded", refundedCents: 10045 });
  expect(await ledgerOf(id)).toEqual({});
  expect((await checkDays({})).differences).toEqual([]);
});

test("staff refund an unmatched payment, and its units are released", async () => {
  const id = await mismatched();
  const taken = async () => (await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } })).taken;
  const before = await taken();
  const back = { act: "refund-received", reason: "Wrong amount", withdrawAccess: false } as const;
  expect(await resolveAttention(id, back, by, fulfillOrder)).toMatchObject({ ok: true });
  expect(await readPaid(id)).toMatchObject({
    state: "refunded",
    refunds: [{ kind: "unfulfilled", amountCents: 10045 }],
  });
  expect(await ledgerOf(id)).toEqual({});
  expect(await taken()).toBe(before - 1);
});

test("a paid order is never settled as not paid", async () => {
  const id = await mismatched();
  const unpaid = { act: "settled-elsewhere", outcome: "expired", reason: "Looks unpaid" } as const;
  expect(await resolveAttention(id, unpaid, by, fulfillOrder)).toEqual({
    ok: false,
    problem: { kind: "money-received", cents: 10045 },
  });
  expect((await readPaid(id)).state).toBe("attention");
  const back = { act: "settled-elsewhere", outcome: "refunded", reason: "By check" } as const;
  expect(await resolveAttention(id, back, by, fulfillOrder)).toMatchObject({ ok: true });
  expect((await readPaid(id)).state).toBe("refunded");
});

test("an unacceptable payment says why: sold out since, partly refunded, or never received", async () => {
  const where = { id: "iv-therapeutics-sale" };
  const stands = { act: "reinstate", reason: "Accepted", restoreAccess: false } as const;
  const gone = await mismatched();
  await db().stockHold.updateMany({ where: { orderId: gone }, data: { state: "lapsed" } });
  const { capacity, taken } = await db().stock.findUniqueOrThrow({ where });
  await db().stock.update({ where, data: { capacity: taken } });
  expect(await resolveAttention(gone, stands, by, fulfillOrder)).toEqual({
    ok: false,
    problem: { kind: "units-gone" },
  });
  await db().stock.update({ where, data: { capacity } });
  expect(await readPaid(gone)).toMatchObject({ state: "attention", number: null });

  await db().order.update({ where: { id: gone }, data: { refundedCents: 1 } });
  expect(await resolveAttention(gone, stands, by, fulfillOrder)).toMatchObject({
    problem: { kind: "partly-refunded" },
  });
  await db().order.update({ where: { id: gone }, data: { refundedCents: 0, receivedCents: 0 } });
  expect(await resolveAttention(gone, stands, by, fulfillOrder)).toMatchObject({
    problem: { kind: "nothing-received" },
  });
  const elsewhere = { act: "settled-elsewhere", outcome: "expired", reason: "Nothing came in" } as const;
  expect(await resolveAttention(gone, elsewhere, by, fulfillOrder)).toMatchObject({ ok: true });
  expect((await readPaid(gone)).state).toBe("expired");
  const rows = await db().auditEntry.findMany({ where: { subject: `order:${gone}` } });
  expect(rows).toMatchObject([{ action: "order.settled-elsewhere", actor: by, after: { state: "expired" } }]);
});
