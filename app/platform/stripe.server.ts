import Stripe from "stripe";
import { env } from "./env.server";

let client: Stripe | undefined;

/** Stripe's SDK with built-in retries; talks to the stand-in if the environment names one. */
export function stripe(): Stripe {
  client ??= createClient();
  return client;
}

function createClient(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API } = env();
  const shared = { maxNetworkRetries: 2, timeout: 20_000, telemetry: false } as const;
  if (!STRIPE_API) return new Stripe(STRIPE_SECRET_KEY, shared);
  const { hostname, port, protocol } = new URL(STRIPE_API);
  return new Stripe(STRIPE_SECRET_KEY, {
    ...shared,
    host: hostname,
    port: port || (protocol === "https:" ? 443 : 80),
    protocol: protocol === "https:" ? "https" : "http",
  });
}

/** The event in a webhook's raw body if one of our secrets signed it within the last five minutes; otherwise
 *  undefined. */
export function readSignedEvent(body: string, signature: string | null): Stripe.Event | undefined {
  if (!signature) return undefined;
  for (const secret of env().STRIPE_WEBHOOK_SECRETS) {
    try {
      return stripe().webhooks.constructEvent(body, signature, secret, 300);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  return undefined;
}

/** Whether Stripe has no such object: it belongs to another account or was deleted. */
export function isUnknownToStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404;
}

/** Whether Stripe can't be reached, so further calls would time out too. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeConnectionError;
}

/** Whether Stripe is unavailable: down, too busy, unreachable, or still processing the same call. */
export function isStripeUnavailable(error: unknown): boolean {
  return (
    isUnreachable(error) ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    // 409: another call with the same key is in progress.
    (error instanceof Stripe.errors.StripeError && (error.statusCode === 409 || (error.statusCode ?? 0) >= 500))
  );
}

/** Whether Stripe rejected the call permanently: retrying with the same parameters can't help. */
export function isRefusedByStripe(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof Stripe.errors.StripeInvalidRequestError;
}

/** Whether the error came from Stripe or its connection. */
export function isFromStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError;
}
