import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { stripe } from "~/platform/stripe.server";

const margin = 10 * 60_000;

/** The payment page of an order that we know no page of: one that opened while its answer was lost. Stripe's sessions of the
 *  order's time for paying are looked through, the newest first. */
export async function findSessionOfOrder(order: { id: OrderId; createdAt: Date; endsAt: Date }) {
  const seconds = (instant: number) => Math.floor(instant / 1000);
  const created = { gte: seconds(order.createdAt.getTime() - margin), lte: seconds(order.endsAt.getTime() + margin) };
  for await (const session of stripe().checkout.sessions.list({ created, limit: 100 }))
    if (session.client_reference_id === order.id) return session.id;
  return undefined;
}

/** The payment page on which a payment was made; undefined where it was made in another way. */
export async function findSessionOfPayment(paymentIntentId: string): Promise<Stripe.Checkout.Session | undefined> {
  const { data } = await stripe().checkout.sessions.list({ payment_intent: paymentIntentId, limit: 1 });
  return data[0];
}
