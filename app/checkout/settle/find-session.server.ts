import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { stripe } from "~/platform/stripe.server";

const margin = 10 * 60_000;

/** The session of an order for which we have none stored: it opened, but Stripe's answer was lost. Searches Stripe's sessions from
 *  the order's payment window, newest first. */
export async function findSessionOfOrder(order: { id: OrderId; createdAt: Date; endsAt: Date }) {
  const seconds = (instant: number) => Math.floor(instant / 1000);
  const created = { gte: seconds(order.createdAt.getTime() - margin), lte: seconds(order.endsAt.getTime() + margin) };
  for await (const session of stripe().checkout.sessions.list({ created, limit: 100 }))
    if (session.client_reference_id === order.id) return session.id;
  return undefined;
}

/** The session of a payment; undefined if it was not made in a Checkout Session. */
export async function findSessionOfPayment(paymentIntentId: string): Promise<Stripe.Checkout.Session | undefined> {
  const { data } = await stripe().checkout.sessions.list({ payment_intent: paymentIntentId, limit: 1 });
  return data[0];
}
