import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { moveOrder } from "~/orders/move-order.server";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { stripe } from "~/platform/stripe.server";
import { alertStaff } from "~/refunds/process/order.server";
import { classifySession } from "./classify-session";
import { expireOrder } from "./expire-order.server";
import { type Payment, paymentOf } from "./payment";
import { paymentColumns, postUnfulfilledPayment, recordPayment } from "./record-payment.server";
import { reportUnknownPayment } from "./unknown-payment.server";

/** Brings an order to the state of its Checkout Session at Stripe. The webhook, the success page and the sweep all call this; calls
 *  that are repeated, late or out of order are harmless. Returns the order's id, or undefined if the session is not ours. */
export async function reconcileWithStripe(sessionId: string, cause: string): Promise<OrderId | undefined> {
  const session = await stripe().checkout.sessions.retrieve(sessionId, {
    expand: ["payment_intent.latest_charge"],
  });
  const order = await findOrder(session);
  if (!order) {
    await reportUnknownPayment(session);
    return undefined;
  }
  const outcome = classifySession(session, order, env().SHOP_MODE === "live");
  switch (outcome.kind) {
    case "open":
      break;
    case "expired":
    case "failed":
      await expireOrder(order.id, cause);
      break;
    case "processing":
      if (session.status === "complete") await startProcessing(order.id, session, cause);
      break;
    case "paid":
      await recordPayment(order.id, cause, paymentOf(session));
      break;
    case "mismatch":
      await flagMismatch(order.id, outcome.detail, cause, paymentOf(session));
  }
  return order.id;
}

async function findOrder(session: Stripe.Checkout.Session) {
  const byId = session.client_reference_id ?? session.metadata?.order_id;
  const order = byId ? await db().order.findUnique({ where: { id: byId } }) : null;
  if (!order || (order.stripeSessionId !== null && order.stripeSessionId !== session.id)) return undefined;
  return order;
}

async function startProcessing(orderId: OrderId, session: Stripe.Checkout.Session, cause: string): Promise<void> {
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    await moveOrder(tx, { orderId, to: "processing", at, cause }, { stripeSessionId: session.id });
  });
}

/** Posts the payment as owed back and alerts staff. */
async function flagMismatch(orderId: OrderId, detail: string, cause: string, payment: Payment): Promise<void> {
  log.error({ detail }, "a payment does not match its order; staff must review it");
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await moveOrder(tx, { orderId, to: "attention", at, cause, detail }, paymentColumns(payment)))) return;
    await postUnfulfilledPayment(tx, orderId, payment);
    const what = `${formatCents(payment.receivedCents)} was received, but nothing was fulfilled: ${detail}. Resolve it on the order’s page. The buyer is waiting.`;
    await alertStaff(tx, orderId, what, at);
  });
}
