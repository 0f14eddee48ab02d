import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isFromStripe, isRefusedByStripe, isUnknownToStripe, stripe } from "~/platform/stripe.server";
import { expireOrder, expireWithoutPage } from "./expire-order.server";
import { reconcileWithStripe } from "./reconcile.server";

/** Closes an open order's payment page at Stripe, then the order. If Stripe says it was paid after all, the order is fulfilled
 *  instead. False, leaving the order open, if Stripe can't be reached. */
export async function closeUnpaidOrder(orderId: OrderId, cause: string): Promise<boolean> {
  if (await expireWithoutPage(orderId, cause)) return true;
  const order = await db().order.findUnique({ where: { id: orderId }, select: { stripeSessionId: true } });
  if (!order?.stripeSessionId) return true;
  try {
    await expireSession(order.stripeSessionId);
    const reconciled = await reconcileWithStripe(order.stripeSessionId, cause);
    if (reconciled !== orderId) await expireOrder(orderId, `${cause}: its session belongs to another order`);
  } catch (error) {
    if (!isFromStripe(error)) throw error;
    if (!isUnknownToStripe(error)) {
      log.error({ err: error, order: orderId }, "an open payment page could not be closed");
      return false;
    }
    // A session unknown to Stripe can't be paid; left open, the order would block its cart forever.
    await expireOrder(orderId, `${cause}: its session is unknown to Stripe`);
  }
  return true;
}

async function expireSession(sessionId: string): Promise<void> {
  try {
    await stripe().checkout.sessions.expire(sessionId);
  } catch (error) {
    // No longer open: paid or expired, and Stripe's answer to the next call says which.
    if (!isRefusedByStripe(error)) throw error;
  }
}
