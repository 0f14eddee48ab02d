import type Stripe from "stripe";
import { makeCharge } from "../objects/charge";
import { failIntent, makeIntent, succeedIntent } from "../objects/payment-intent";
import { ok, type Result, refuse } from "../objects/problem";
import { type TestPaymentMethod, testPaymentMethods } from "../objects/test-payment-methods";
import type { StandIn } from "../stand-in";
import type { IntentPlan } from "../world";
import { openDispute } from "./dispute";
import { writeCharge } from "./ledger";

type Wanted = {
  amount: number;
  currency: string;
  customer: string | null;
  plan: IntentPlan;
  paymentMethod: TestPaymentMethod;
};

/** A payment without a browser, with a test payment method that decides how it ends. Only inside `change`. */
export function payIntent(standIn: StandIn, wanted: Wanted): Result<Stripe.PaymentIntent> {
  const { world, clock } = standIn;
  const { card, effect } = testPaymentMethods[wanted.paymentMethod];
  const { amount, currency, customer, plan } = wanted;
  const payable = { amount_total: amount, currency, customer, payment_method_types: ["card"] };
  const intent = makeIntent(payable, plan, clock.now());
  const status = effect === "declined" ? "failed" : "succeeded";
  const collected = { email: null, shippingDetails: null, billingAddress: null, shippingRate: null, card };
  const charge = makeCharge(intent, status, collected, clock.now());
  writeCharge(standIn, charge, effect === "available-at-once");
  if (effect === "declined") {
    const failed = failIntent(intent, "declined", charge.id);
    world.paymentIntents[intent.id] = failed;
    const { message = "", code, decline_code } = failed.last_payment_error ?? {};
    const error = { type: "card_error", message, code, decline_code, charge: charge.id, payment_intent: failed };
    return refuse({ status: 402, error });
  }
  const paid = succeedIntent(intent, charge.id);
  world.paymentIntents[intent.id] = paid;
  const isInquiry = effect === "inquired";
  const written = world.charges[charge.id];
  if (written && (isInquiry || effect === "disputed"))
    openDispute(standIn, written, { reason: "fraudulent", isInquiry });
  return ok(paid);
}
