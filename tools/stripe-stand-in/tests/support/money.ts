import type Stripe from "stripe";
import { type Bench, order, payOrder } from "./bench";

/** A $129.00 order paid as `body` says: its charge with the balance transaction, by way of the session. */
export async function payCharge({ stripe, control }: Bench, body: object = {}) {
  const params = order({ payment_intent_data: { receipt_email: "pat@example.com" } });
  const { id } = await stripe.checkout.sessions.create(params);
  await control(`sessions/${id}/pay`, { outcome: "paid", ...body });
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ["payment_intent.latest_charge.balance_transaction"],
  });
  const intent = session.payment_intent as Stripe.PaymentIntent;
  return { intent: intent.id, charge: intent.latest_charge as Stripe.Charge };
}

/** Cents, available and pending together. */
export async function totalBalance({ stripe }: Bench): Promise<number> {
  const { available, pending } = await stripe.balance.retrieve();
  return (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0);
}

export async function disputedOrder(bench: Bench, body: object = {}) {
  const { intent } = await payOrder(bench);
  const { dispute }: { dispute: Stripe.Dispute } = await bench.control(`charges/${intent}/dispute`, body);
  return { intent, dispute };
}
