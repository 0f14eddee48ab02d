import type Stripe from "stripe";
import { db } from "~/platform/db/client.server";

/** The order that a payment is for; null where it is none of ours. `intent` must be expanded. One whose payment was not taken up yet is
 *  found by the name that checkout gave it. */
export async function findOrderOfPayment(intent: Stripe.PaymentIntent | string | null) {
  if (!intent || typeof intent === "string") return null;
  const select = { id: true, receivedCents: true, stripeSessionId: true };
  const paid = await db().order.findUnique({ where: { stripePaymentIntentId: intent.id }, select });
  return paid ?? (await db().order.findUnique({ where: { id: intent.metadata.order_id ?? "" }, select }));
}
