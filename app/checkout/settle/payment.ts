import type Stripe from "stripe";
import { type Cents, cents, noCents } from "~/core/money";

/** A paid session's payment. Amounts are cents. */
export type Payment = {
  receivedCents: Cents;
  stripeSessionId?: string;
  stripePaymentIntentId?: string;
  charge?: { id: string; at: Date; cardBrand?: string; cardLast4?: string };
};

/** PRICING 10: the payment of a free order. */
export const zeroPayment: Payment = { receivedCents: noCents };

/** The payment of a session with `payment_intent.latest_charge` expanded. Stripe's fee is posted later, from the balance
 *  transaction, which Stripe sometimes creates after the charge. */
export function paymentOf(session: Stripe.Checkout.Session): Payment {
  const { payment_intent: intent } = session;
  const charge = typeof intent === "object" ? intent?.latest_charge : undefined;
  return {
    receivedCents: session.payment_status === "paid" ? cents(session.amount_total ?? 0) : noCents,
    stripeSessionId: session.id,
    stripePaymentIntentId: typeof intent === "string" ? intent : intent?.id,
    charge: charge && typeof charge === "object" ? chargeFacts(charge) : undefined,
  };
}

function chargeFacts({ id, created, payment_method_details: method }: Stripe.Charge) {
  return {
    id,
    at: new Date(created * 1000),
    cardBrand: method?.card?.brand ?? undefined,
    cardLast4: method?.card?.last4 ?? undefined,
  };
}
