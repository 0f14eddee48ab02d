import type { Attempt, StoredEvent } from "../world";
import { signPayload } from "./sign";

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
