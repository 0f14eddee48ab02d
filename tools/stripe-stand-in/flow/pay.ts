import type Stripe from "stripe";
import { makeCharge } from "../objects/charge";
import { failIntent, makeIntent, processIntent, succeedIntent } from "../objects/payment-intent";
import { type Collected, completeSession } from "../objects/session";
import type { StandIn } from "../stand-in";
import { runDue } from "./alarm";
import { emit } from "./emit";
import { writeCharge } from "./ledger";
import { reprice } from "./reprice";
import { updateCustomer } from "./update-customer";

type Session = Stripe.Checkout.Session;

/**
 * How a shopper's attempt ends. `processing` waits for a control to settle it; `processing_then_…` settles by itself
 * after the configured delay.
 */
export const paymentOutcomes = [
  "paid",
  "declined",
  "authentication_failed",
  "processing",
  "processing_then_paid",
  "processing_then_failed",
] as const;
export type PaymentOutcome = (typeof paymentOutcomes)[number];

/** `not-open`: something came first (a double click, an expiration); nothing was done and no one was charged. */
export type Taken = { kind: "complete" | "declined" | "not-open"; session: Session };

/** A shopper tries to pay. Pays at most once, because the session leaves `open` in the same step. Only inside `change`. */
export function takePayment(standIn: StandIn, sessionId: string, outcome: PaymentOutcome, collected: Collected): Taken {
  // The timer may be a few milliseconds late; an expired session must not be paid in that time.
  runDue(standIn);
  const opened = standIn.world.sessions[sessionId];
  if (!opened) throw new Error(`There is no session ${sessionId}`);
  if (opened.status !== "open") return { kind: "not-open", session: opened };
  const address = collected.shippingDetails?.address ?? collected.billingAddress;
  const session = reprice(standIn.world, opened, { rate: collected.shippingRate, address });
  const intent = intentOf(standIn, session);
  switch (outcome) {
    case "declined":
    case "authentication_failed":
      return decline(standIn, session, intent, outcome, collected);
    case "paid":
      return completePaid(standIn, session, intent, collected);
    case "processing":
    case "processing_then_paid":
    case "processing_then_failed":
      return completeLater(standIn, session, intent, outcome, collected);
    default:
      throw new Error(`No such outcome: ${outcome satisfies never}`);
  }
}

/** The intent of an earlier, declined attempt is reused with the current total. */
function intentOf({ world, clock }: StandIn, session: Session): Stripe.PaymentIntent {
  const earlier = world.paymentIntents[String(session.payment_intent)];
  if (earlier) return { ...earlier, amount: session.amount_total ?? 0 };
  const plan = world.intentPlans[session.id];
  if (!plan) throw new Error(`Session ${session.id} has no plan for its PaymentIntent`);
  return makeIntent(session, plan, clock.now());
}

function decline(
  { world, clock }: StandIn,
  session: Session,
  intent: Stripe.PaymentIntent,
  failure: "declined" | "authentication_failed",
  collected: Collected,
): Taken {
  // A bank declines a charge; a failed 3-D Secure check ends before there is a charge.
  const charge = failure === "declined" ? makeCharge(intent, "failed", collected, clock.now()) : null;
  if (charge) world.charges[charge.id] = charge;
  world.paymentIntents[intent.id] = failIntent(intent, failure, charge?.id ?? null);
  const tried = { ...session, payment_intent: intent.id };
  world.sessions[session.id] = tried;
  return { kind: "declined", session: tried };
}

function completePaid(standIn: StandIn, session: Session, intent: Stripe.PaymentIntent, collected: Collected): Taken {
  const { world, clock } = standIn;
  const charge = makeCharge(intent, "succeeded", collected, clock.now());
  writeCharge(standIn, charge);
  world.paymentIntents[intent.id] = succeedIntent(intent, charge.id);
  return complete(standIn, { ...session, payment_intent: intent.id }, "paid", collected);
}

function completeLater(
  standIn: StandIn,
  session: Session,
  intent: Stripe.PaymentIntent,
  outcome: "processing" | "processing_then_paid" | "processing_then_failed",
  collected: Collected,
): Taken {
  const { world, clock, delayedPaymentMs } = standIn;
  const charge = makeCharge(intent, "pending", collected, clock.now());
  world.charges[charge.id] = charge;
  world.paymentIntents[intent.id] = processIntent(intent, charge.id);
  world.delayedPayments[session.id] = {
    outcome: outcome === "processing_then_failed" ? "failed" : "paid",
    at: outcome === "processing" ? null : clock.milliseconds() + delayedPaymentMs,
  };
  return complete(standIn, { ...session, payment_intent: intent.id }, "unpaid", collected);
}

function complete(standIn: StandIn, session: Session, status: "paid" | "unpaid", collected: Collected): Taken {
  const completed = completeSession(session, collected, status);
  standIn.world.sessions[session.id] = completed;
  updateCustomer(standIn.world, completed, collected);
  emit(standIn, "checkout.session.completed", completed);
  return { kind: "complete", session: completed };
}
