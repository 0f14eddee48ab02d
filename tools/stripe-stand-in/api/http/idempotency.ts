import { createHash } from "node:crypto";
import type { Problem } from "../../objects/problem";
import type { RememberedAnswer } from "../../world";
import type { FormTree, FormValue } from "../params/form";

const day = 24 * 60 * 60;

export type RememberedResult =
  | { kind: "new" }
  | { kind: "replay"; answer: RememberedAnswer }
  | { kind: "refuse"; problem: Problem };

type Request = { key: string; endpoint: string; fingerprint: string; now: number };

/**
 * What an idempotency key means for this request (https://docs.stripe.com/api/idempotent_requests): the same endpoint
 * and parameters get the same response, anything else is an error, and after 24 hours (`now`, seconds) a key is new again.
 */
export function recall(remembered: Record<string, RememberedAnswer>, request: Request): RememberedResult {
  const { key, endpoint, fingerprint, now } = request;
  if (key.length > 255)
    return refuseKey(400, `Idempotency keys may have at most 255 characters; this one has ${key.length}.`);
  const answer = remembered[key];
  if (!answer || answer.at <= now - day) return { kind: "new" };
  const hint = `Try using a key other than '${key}' if you meant to execute a different request.`;
  if (answer.endpoint !== endpoint) {
    return refuseKey(
      400,
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${answer.endpoint}'). ${hint}`,
    );
  }
  if (answer.fingerprint !== fingerprint) {
    return refuseKey(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${hint}`,
    );
  }
  return { kind: "replay", answer };
}

/** Another request with this key is still in progress. The SDK waits and retries. */
export function keyInUse(key: string): Problem {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return { status: 409, error: { type: "invalid_request_error", code: "idempotency_key_in_use", message } };
}

function refuseKey(status: number, message: string): RememberedResult {
  return { kind: "refuse", problem: { status, error: { type: "idempotency_error", message } } };
}

/** Equal for equal parameters, regardless of the order they were sent in. */
export function fingerprintOf(form: FormTree): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(form)))
    .digest("hex");
}

function sorted(value: FormValue): unknown {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.keys(value)
    .sort()
    .map((name) => [name, sorted(value[name] ?? "")]);
}
