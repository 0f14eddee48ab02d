import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isFromStripe, isRefusedByStripe, isUnknownToStripe, stripe } from "~/platform/stripe.server";
import { expireOrder, expireUnopened } from "./expire-order.server";
import { fulfil } from "./fulfil.server";

/** Closes an open order's payment page at Stripe, then the order. Where Stripe says it was paid after all, it is fulfilled
 *  instead. False where Stripe could not be asked: the order stays open. */
export async function closeOpenOrder(orderId: OrderId, cause: string): Promise<boolean> {
  if (await expireUnopened(orderId, cause)) return true;
  const order = await db().order.findUnique({ where: { id: orderId }, select: { stripeSessionId: true } });
  if (!order?.stripeSessionId) return true;
  try {
    await closePage(order.stripeSessionId);
    const settled = await fulfil(order.stripeSessionId, cause);
    if (settled !== orderId) await expireOrder(orderId, `${cause}: its session is not its own`);
  } catch (error) {
    if (!isFromStripe(error)) throw error;
    if (!isUnknownToStripe(error)) {
      log.error({ err: error, order: orderId }, "an open payment page could not be closed");
      return false;
    }
    // Nobody can pay what Stripe does not know; kept open it would bar its cart for ever.
    await expireOrder(orderId, `${cause}: its session is unknown to Stripe`);
  }
  return true;
}

async function closePage(sessionId: string): Promise<void> {
  try {
    await stripe().checkout.sessions.expire(sessionId);
  } catch (error) {
    // Not open any more: paid or expired already, and Stripe says which.
    if (!isRefusedByStripe(error)) throw error;
  }
}
