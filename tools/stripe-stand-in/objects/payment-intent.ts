import type Stripe from "stripe";
import { newId } from "../ids";
import type { IntentPlan } from "../world";

type Intent = Stripe.PaymentIntent;

/** Why an attempt didn't succeed, in Stripe's codes (https://docs.stripe.com/declines/codes). */
export type PaymentFailure = "declined" | "authentication_failed" | "delayed_failed";

const failures: Record<PaymentFailure, Stripe.PaymentIntent.LastPaymentError> = {
  declined: {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
    message: "Your card was declined.",
  },
  authentication_failed: {
    type: "card_error",
    code: "payment_intent_authentication_failure",
    message:
      "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
  },
  delayed_failed: {
    type: "invalid_request_error",
    code: "payment_intent_payment_attempt_failed",
    message: "The payment failed.",
  },
};

type Payable = Pick<Stripe.Checkout.Session, "amount_total" | "currency" | "customer" | "payment_method_types">;

/** Stripe creates a session's intent when the shopper first tries to pay, not when the session is created. */
export function makeIntent(session: Payable, plan: IntentPlan, created: number): Intent {
  const id = newId("paymentIntent");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: null,
    confirmation_method: "automatic",
    created,
    currency: session.currency ?? "usd",
    customer: session.customer,
    customer_account: null,
    description: plan.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: plan.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: plan.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: plan.shipping ?? null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  };
}

export function succeedIntent(intent: Intent, charge: string): Intent {
  return {
    ...intent,
    status: "succeeded",
    amount_received: intent.amount,
    latest_charge: charge,
    last_payment_error: null,
  };
}

export function processIntent(intent: Intent, charge: string): Intent {
  return { ...intent, status: "processing", latest_charge: charge, last_payment_error: null };
}

/** `charge` is the failed charge; null if the bank was never asked, as after a failed 3-D Secure check. */
export function failIntent(intent: Intent, failure: PaymentFailure, charge: string | null): Intent {
  const error: Stripe.PaymentIntent.LastPaymentError = { ...failures[failure], ...(charge ? { charge } : {}) };
  return {
    ...intent,
    status: "requires_payment_method",
    last_payment_error: error,
    latest_charge: charge ?? intent.latest_charge,
  };
}

/** What Stripe does to an unfinished intent when its session expires. */
export function cancelIntent(intent: Intent, now: number): Intent {
  return { ...intent, status: "canceled", canceled_at: now, cancellation_reason: "expired" };
}
