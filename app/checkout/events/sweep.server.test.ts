import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CartId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { processPendingRefunds } from "~/refunds/process/process.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { until } from "../../../tests/support/until";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import type { CheckoutRequest } from "../form/schema";
import { beginPayment } from "../order/begin-payment.server";
import { openPaymentPage } from "../order/payment-page.server";
import { expireOrder } from "../settle/expire-order.server";
import { reconcileWithStripe } from "../settle/reconcile.server";
import { handleEvent } from "./handle.server";
import { sweepEvents, sweepOrders } from "./sweep.server";

// No webhook reaches this shop: it learns only what its sweeps and calls find out.
let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
afterEach(() => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" }));

const control = async (path: string, body: object) => {
  const answer = await fetch(`${standIn.url}/_control/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([200, ""]);
};
const faults = async () => JSON.stringify(await (await fetch(`${standIn.url}/_control`)).json());
const takenOfSale = async () => (await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } })).taken;
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id } });

const request = (email: string): CheckoutRequest => ({
  ...{ email, certificateName: "Ada Lim", purpose: "self", seats: [], agreedCents: 9950 },
});
const agreement = { agreedCents: cents(9950) };

/** A cart with one sale unit, taken to payment. */
async function checkOut(email = `${newSecret()}@example.com`) {
  const cartId = newSecret();
  const at = new Date();
  await db().cart.create({
    data: {
      id: cartId,
      updatedAt: at,
      lines: { create: { courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: at } },
    },
  });
  expect(await beginPayment(CartId.parse(cartId), request(email), { clientAddress: "::1" })).toMatchObject({
    ok: true,
  });
  const order = await db().order.findFirstOrThrow({ where: { cartId } });
  return { cartId, email, id: order.id, sessionId: order.stripeSessionId ?? "" };
}

/** Expires the order and its holds. */
async function endTime(id: string): Promise<void> {
  const endsAt = new Date(Date.now() - 5 * 60_000);
  await db().order.update({ where: { id }, data: { endsAt } });
  await db().stockHold.updateMany({ where: { orderId: id }, data: { endsAt } });
}

test("orders whose sessions Stripe doesn't know are closed and don't delay the others", async () => {
  const unknown = [await createSampleOrder({ endsInMinutes: -5 }), await createSampleOrder({ endsInMinutes: -4 })];
  const known = await checkOut();
  await endTime(known.id);
  await sweepOrders();
  for (const id of [...unknown, known.id]) expect((await orderOf(id)).state).toBe("expired");
});

test("a shopper whose open order is unknown to Stripe can start over", async () => {
  const { cartId, id, email } = await checkOut();
  await db().order.update({ where: { id }, data: { stripeSessionId: "cs_test_of_another_account" } });
  const again = await beginPayment(
    CartId.parse(cartId),
    { ...request(email), certificateName: "Ada B. Lim" },
    { clientAddress: "::1" },
  );
  expect(again).toMatchObject({ ok: true });
  expect((await orderOf(id)).state).toBe("expired");
});

test("PRICING 6: the sweep releases the units of a delayed payment if its failure was never reported", async () => {
  const before = await takenOfSale();
  const { id, sessionId } = await checkOut();
  await control(`sessions/${sessionId}/pay`, { outcome: "processing" });
  await reconcileWithStripe(sessionId, "test");
  expect((await orderOf(id)).state).toBe("processing");
  await control(`sessions/${sessionId}/settle`, { outcome: "failed" });
  await endTime(id);
  await sweepOrders();
  expect((await orderOf(id)).state).toBe("expired");
  expect(await takenOfSale()).toBe(before);
});

test("a payment page that opens for an order that has just expired is closed, not shown", async () => {
  const { id, sessionId } = await checkOut();
  await db().order.update({ where: { id }, data: { stripeSessionId: null, stripeSessionUrl: null } });
  await expireOrder(id, "superseded");
  expect(await openPaymentPage(id, agreement)).toMatchObject({ ok: false });
  expect((await stripe().checkout.sessions.retrieve(sessionId)).status).toBe("expired");
});

test("PRICING 6: units are not released while another tab's payment page is open", async () => {
  const { id, sessionId } = await checkOut();
  const { stripeSessionUrl } = await orderOf(id);
  const unopened = { stripeSessionId: null, stripeSessionUrl: null, idempotencyKey: newSecret() };
  await db().order.update({ where: { id }, data: unopened });
  await control("fail", { path: "/v1/checkout/sessions", times: 3, status: 503 });
  const opening = openPaymentPage(id, agreement);
  // Stripe failed this tab once; the other is faster than its retry.
  await until(async () => expect(await faults()).toContain('"left":2'), 5);
  await db().order.update({ where: { id }, data: { stripeSessionId: sessionId, stripeSessionUrl } });
  expect(await opening).toEqual({ ok: true, value: stripeSessionUrl });
  expect((await orderOf(id)).state).toBe("awaiting_payment");
});

test("a refund that fails after succeeding is left to staff", async () => {
  const { id, sessionId } = await checkOut();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await expireOrder(id, "test");
  const where = { id: "iv-therapeutics-sale" };
  const { capacity, taken } = await db().stock.findUniqueOrThrow({ where });
  await db().stock.update({ where, data: { capacity: taken } });
  await reconcileWithStripe(sessionId, "test");
  await processPendingRefunds();
  await db().stock.update({ where, data: { capacity } });
  expect((await orderOf(id)).state).toBe("refunded");
  const { stripeRefundId } = await db().refund.findFirstOrThrow({ where: { orderId: id } });
  await control(`refunds/${stripeRefundId}/settle`, { outcome: "failed" });
  await handleEvent({ id: `evt_${id}`, type: "refund.failed", data: { object: { id: stripeRefundId ?? "" } } });
  expect(await db().refund.findFirstOrThrow({ where: { orderId: id } })).toMatchObject({ state: "failed" });
  expect((await orderOf(id)).state).toBe("attention");
});

test("PAYMENTS 4: events from the hours when Stripe couldn't be reached are found once it can be", async () => {
  const minute = 60_000;
  await sweepEvents();
  const { id, sessionId } = await checkOut();
  await control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await control("fail", { method: "GET", path: "/v1/events", times: 3, status: 503 });
  const later = (minutes: number) => new Date(Date.now() + minutes * minute);
  await expect(sweepEvents(later(90))).rejects.toThrow();
  await sweepEvents(later(180));
  expect((await orderOf(id)).state).toBe("paid");
});
