import type Stripe from "stripe";
import { cancelIntent } from "../objects/payment-intent";
import { invalidRequest, ok, type Result, refuse } from "../objects/problem";
import { expireSession } from "../objects/session";
import type { StandIn } from "../stand-in";
import { type Cause, emit } from "./emit";

/** Expires an open session, by request or by the clock. Refuses any other, in Stripe's words. Only inside `change`. */
export function expire(
  standIn: StandIn,
  session: Stripe.Checkout.Session,
  cause: Cause | null,
): Result<Stripe.Checkout.Session> {
  const { world, clock } = standIn;
  if (session.status !== "open") {
    const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`;
    return refuse(invalidRequest(message));
  }
  const intent = world.paymentIntents[String(session.payment_intent)];
  if (intent) world.paymentIntents[intent.id] = cancelIntent(intent, clock.now());
  const expired = expireSession(session);
  world.sessions[session.id] = expired;
  emit(standIn, "checkout.session.expired", expired, { cause });
  return ok(expired);
}
