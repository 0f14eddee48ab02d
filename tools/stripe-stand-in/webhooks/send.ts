import { createHmac } from "node:crypto";
import type { Attempt, StoredEvent } from "../world";

type Sending = { event: StoredEvent; url: string; secrets: string[]; timeoutMs: number; signal: AbortSignal };

/** One attempt. Never throws: no response is also an outcome. A redirect counts as a failure, as at Stripe. */
export async function sendEvent({ event, url, secrets, timeoutMs, signal }: Sending): Promise<Attempt> {
  const at = new Date();
  const payload = JSON.stringify(event, null, 2);
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: payload,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "stripe-signature": signPayload(payload, secrets, Math.floor(at.getTime() / 1000)),
      },
    });
    await answer.body?.cancel();
    return { at: at.toISOString(), url, status: answer.status, error: null };
  } catch (error) {
    return { at: at.toISOString(), url, status: null, error: explain(error) };
  }
}

export const wasReceived = (attempt: Attempt) =>
  attempt.status !== null && attempt.status >= 200 && attempt.status < 300;

/** "fetch failed" alone isn't helpful; the cause says that the connection was refused, and where. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

/**
 * The `Stripe-Signature` header: `t=` and a `v1=` for each secret, HMAC-SHA256 over "t.payload"
 * (https://docs.stripe.com/webhooks#verify-manually). `timestamp` is in seconds of the machine's clock, since it is the
 * receiver's clock that judges it: moving the stand-in's clock must not make every signature stale.
 */
function signPayload(payload: string, secrets: string[], timestamp: number): string {
  const signatures = secrets.map((secret) =>
    createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex"),
  );
  return [`t=${timestamp}`, ...signatures.map((signature) => `v1=${signature}`)].join(",");
}
