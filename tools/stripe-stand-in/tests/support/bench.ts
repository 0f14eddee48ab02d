import Stripe from "stripe";
import { onTestFinished } from "vitest";
import { until } from "../../../../tests/support/until";
import { type StandInOptions, startStandIn } from "../../start";
import { type Receiver, startReceiver } from "./receiver";

export const webhookSecret = "whsec_test_bench";

export type Bench = {
  url: string;
  stripe: Stripe;
  receiver: Receiver;
  /** POSTs to a control and returns its JSON; throws if the control refuses. */
  // biome-ignore lint/suspicious/noExplicitAny: each control's response has its own shape; tests look at what they need
  control(path: string, body?: object): Promise<any>;
};

/** A stand-in with the real SDK in front of it and a shop's webhook endpoint behind it. Ends with the test. */
export async function startBench(options: StandInOptions = {}): Promise<Bench> {
  const receiver = await startReceiver(webhookSecret);
  const standIn = await startStandIn({
    webhookUrl: receiver.url,
    webhookSecret,
    merchant: "Sample Shop",
    retryBaseMs: 1,
    delayedPaymentMs: 0,
    ...options,
  });
  onTestFinished(async () => {
    await standIn.close();
    await receiver.close();
  });
  return { url: standIn.url, stripe: stripeAt(standIn.port), receiver, control: controlAt(standIn.url) };
}

/** The shop's own SDK, without its own retries, so each test sees the first response. */
export function stripeAt(port: number, config: Partial<Stripe.StripeConfig> = {}, key = "sk_test_bench"): Stripe {
  return new Stripe(key, {
    host: "127.0.0.1",
    port,
    protocol: "http",
    apiVersion: "2026-10-28.endive",
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  });
}

function controlAt(url: string): Bench["control"] {
  return async (path, body = {}) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}/_control/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  };
}

/** An order of one course at $129.00, with the test's changes. */
export function order(changes: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    ui_mode: "hosted_page",
    line_items: [line("Cross-sectional anatomy", 129_00)],
    success_url: "http://127.0.0.1:9/thanks?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://127.0.0.1:9/cart",
    customer_email: "shopper@example.com",
    ...changes,
  };
}

export function line(name: string, unitCents: number, quantity = 1): Stripe.Checkout.SessionCreateParams.LineItem {
  return { quantity, price_data: { currency: "usd", unit_amount: unitCents, product_data: { name } } };
}

/** An opened and paid session, and its PaymentIntent's id. */
export async function payOrder({ stripe, control }: Bench, changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const { id } = await stripe.checkout.sessions.create(order(changes));
  const { session } = await control(`sessions/${id}/pay`, { outcome: "paid" });
  return { id, intent: String(session.payment_intent) };
}

/** The error that a refused call ends with. Fails if the call isn't refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error(`Not refused by Stripe: ${error}`);
}

/** Waits for a fact; one that is already true costs nothing. */
export const eventually = <T>(fact: () => T | Promise<T>): Promise<T> => until(fact, 10);

/** An address in this US state, complete enough for tax. */
export const inState = (state: string) => ({
  line1: "1 Example Street",
  city: "Springfield",
  state,
  postal_code: "75001",
  country: "US",
});
