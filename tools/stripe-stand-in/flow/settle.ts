import type Stripe from "stripe";
import { settleCharge } from "../objects/charge";
import { failIntent, succeedIntent } from "../objects/payment-intent";
import type { StandIn } from "../stand-in";
import { emit } from "./emit";
import { writeCharge } from "./ledger";

/**
 * The end of a payment that was processing. A failed one leaves the session complete and unpaid, as Stripe does.
 * Undefined if nothing is waiting for this session. Only inside `change`.
 */
export function settlePayment(
  standIn: StandIn,
  sessionId: string,
  outcome: "paid" | "failed",
): Stripe.Checkout.Session | undefined {
  const { world } = standIn;
  const session = world.sessions[sessionId];
  const intent = world.paymentIntents[String(session?.payment_intent)];
  const charge = world.charges[String(intent?.latest_charge)];
  if (!world.delayedPayments[sessionId] || !session || !intent || !charge) return undefined;
  delete world.delayedPayments[sessionId];
  writeCharge(standIn, settleCharge(charge, outcome));
  if (outcome === "failed") {
    world.paymentIntents[intent.id] = failIntent(intent, "delayed_failed", charge.id);
    emit(standIn, "checkout.session.async_payment_failed", session);
    return session;
  }
  world.paymentIntents[intent.id] = succeedIntent(intent, charge.id);
  const paid = { ...session, payment_status: "paid" as const };
  world.sessions[sessionId] = paid;
  emit(standIn, "checkout.session.async_payment_succeeded", paid);
  return paid;
}
