import { randomUUID } from "node:crypto";
import Stripe from "stripe";
import { vi } from "vitest";
import { startBench } from "../../tools/stripe-stand-in/tests/support/bench";

/** Set by `npm run contract` only, so a stray key in the environment never sends `npm test` to Stripe. */
const key = process.env.CONTRACT_STRIPE_KEY;

/** Whether the tests run against Stripe's own sandbox. */
export const atStripe = key !== undefined && key !== "";

export type Account = {
  stripe: Stripe;
  /** A control of the stand-in; only for tests marked stand-in only. */
  control: (path: string, body?: object) => Promise<unknown>;
};

/** The account to test the contract on: the key's sandbox, or the test's own stand-in. */
export async function openAccount(): Promise<Account> {
  if (!atStripe) return startBench();
  const control = () => Promise.reject(new Error("Stripe has no controls: mark this test stand-in only"));
  return { stripe: new Stripe(String(key), { maxNetworkRetries: 2, telemetry: false }), control };
}

/** Waits for a fact. Some take a while at Stripe. */
export const eventually = <T>(fact: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(fact, atStripe ? { timeout: 90_000, interval: 2_000 } : { timeout: 590_000, interval: 10 });

/** The error that a refused call ends with. Fails if the call isn't refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`Not refused by Stripe: ${error}`);
}

/** An address where tax is due, also in the stand-in's table. */
export const texas = {
  line1: "1100 Congress Avenue",
  city: "Austin",
  state: "TX",
  postal_code: "78701",
  country: "US",
};

/** The parameters that the shop sends for an order of one course at $129.00, with the test's changes. */
export function order(changes: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    ui_mode: "hosted_page",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: "usd",
          unit_amount: 129_00,
          tax_behavior: "exclusive",
          product_data: { name: "Cross-sectional anatomy", description: "6 credits", tax_code: "txcd_10000000" },
        },
      },
    ],
    success_url: "https://shop.example/orders/7?session={CHECKOUT_SESSION_ID}",
    cancel_url: "https://shop.example/cart",
    client_reference_id: "7",
    metadata: { order_id: "7" },
    payment_intent_data: { metadata: { order_id: "7" } },
    adaptive_pricing: { enabled: false },
    allowed_payment_method_types: ["card"],
    expires_at: Math.floor(Date.now() / 1000) + 31 * 60,
    ...changes,
  };
}

/** Makes a $129.00 payment without a browser, with one of Stripe's test payment methods. */
export function pay(stripe: Stripe, payment_method: string): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create(
    {
      amount: 129_00,
      currency: "usd",
      payment_method,
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      metadata: { order_id: "7" },
    },
    { idempotencyKey: randomUUID() },
  );
}
