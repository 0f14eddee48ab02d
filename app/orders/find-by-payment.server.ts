import type Stripe from "stripe";
import { db } from "~/platform/db/client.server";

/** The order a payment is for; null if it is not ours. `intent` must be expanded. An order whose payment is not recorded yet is
 *  found by the order id in the payment's metadata. */
export async function findOrderByPayment(intent: Stripe.PaymentIntent | string | null) {
  if (!intent || typeof intent === "string") return null;
  const select = { id: true, receivedCents: true, stripeSessionId: true };
  const paid = await db().order.findUnique({ where: { stripePaymentIntentId: intent.id }, select });
  return paid ?? (await db().order.findUnique({ where: { id: intent.metadata.order_id ?? "" }, select }));
}
