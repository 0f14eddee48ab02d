import { createHmac } from "node:crypto";

/**
 * The `Stripe-Signature` header: `t=` and a `v1=` for each secret, HMAC-SHA256 over "t.payload"
 * (https://docs.stripe.com/webhooks#verify-manually). `timestamp` is in seconds on the machine's clock, since it is the
 * receiver's clock that checks it: moving the stand-in's clock must not make every signature stale.
 */
export function signPayload(payload: string, secrets: string[], timestamp: number): string {
  const signatures = secrets.map((secret) =>
    createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex"),
  );
  return [`t=${timestamp}`, ...signatures.map((signature) => `v1=${signature}`)].join(",");
}
