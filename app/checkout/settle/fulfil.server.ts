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
import { alertStaff } from "~/refunds/order-of-refunds.server";
import { expireOrder } from "./expire-order.server";
import { judgeSession } from "./judge-session";
import { freeOrder, type Payment, paymentOf } from "./payment";
import { bookUnfulfilled, factsOf, settle } from "./settle.server";
import { reportUnknownPayment } from "./unknown-payment.server";

/** Brings an order to where Stripe says its session is. Called by webhook, success page and sweep alike; twice, late and
 *  out of order are harmless. Answers the order's id, or undefined where the session is not one of ours. */
export async function fulfil(sessionId: string, cause: string): Promise<OrderId | undefined> {
  const session = await stripe().checkout.sessions.retrieve(sessionId, {
    expand: ["payment_intent.latest_charge"],
  });
  const order = await orderOf(session);
  if (!order) {
    await reportUnknownPayment(session);
    return undefined;
  }
  const verdict = judgeSession(session, order, env().SHOP_MODE === "live");
  switch (verdict.kind) {
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
      await settle(order.id, cause, paymentOf(session));
      break;
    case "mismatch":
      await raiseAlarm(order.id, verdict.detail, cause, paymentOf(session));
  }
  return order.id;
}

/** PRICING 10: an order that costs nothing skips Stripe and takes the same path. Answers what became of it, "gone" where others
 *  have its units; undefined where it costs something. */
export async function settleFreeOrder(orderId: OrderId): Promise<"paid" | "gone" | undefined> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { totalCents: true } });
  if (order.totalCents > 0) return undefined;
  await settle(orderId, "free order", freeOrder);
  const { state } = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return state === "paid" ? "paid" : "gone";
}

async function orderOf(session: Stripe.Checkout.Session) {
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

/** What came in all the same is in the books, as owed back, and a person is told. */
async function raiseAlarm(orderId: OrderId, detail: string, cause: string, payment: Payment): Promise<void> {
  log.error({ detail }, "a payment does not match its order; staff must look at it");
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await moveOrder(tx, { orderId, to: "attention", at, cause, detail }, factsOf(payment)))) return;
    await bookUnfulfilled(tx, orderId, payment);
    const what = `${formatCents(payment.receivedCents)} came in and fulfilled nothing: ${detail}. Decide on the order’s page what becomes of it; the buyer waits.`;
    await alertStaff(tx, orderId, what, at);
  });
}
