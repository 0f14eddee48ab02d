import { type Answer, problemAnswer } from "../api/http/answer";
import { invalidRequest, type Problem } from "../objects/problem";

/**
 * How a request fails. `status` responds without doing the work; `remembered` stores that response under the idempotency
 * key, as Stripe does with a 500 that occurs after the work began; `shouldRetry` is Stripe's advice to its SDK. The others
 * do the work (or not) and then never respond. `none` only makes the request wait.
 */
export type Effect =
  | { kind: "status"; status: number; remembered: boolean; shouldRetry?: boolean }
  | { kind: "reset-before-work" | "reset-after-work" | "hang-before-work" | "hang-after-work" | "none" };

/** In `path`, a `*` matches anything. `left` counts down to zero; `until` is in seconds on the stand-in's clock. */
export type Fault = {
  method: string;
  path: string;
  left: number | null;
  until: number | null;
  /** Real milliseconds to wait before anything is done. */
  delayMs: number;
  effect: Effect;
};

/** The fault for this request, counted down by one. Undefined if none is arranged or it is over (`now`, seconds). */
export function takeFault(faults: Fault[], method: string, path: string, now: number): Fault | undefined {
  const fault = faults.find((each) => isLive(each, now) && matches(each, method, path));
  if (fault?.left) fault.left -= 1;
  return fault;
}

const isLive = ({ left, until }: Fault, now: number) => left !== 0 && (until === null || now < until);

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== "*" && fault.method !== method) return false;
  const parts = fault.path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}

/** The response instead of the work. Undefined for a fault without a status. */
export function arrangedAnswer(effect: Effect | undefined): Answer | undefined {
  if (effect?.kind !== "status") return undefined;
  const { status, shouldRetry } = effect;
  const headers = {
    // https://docs.stripe.com/rate-limits: says which limit was reached.
    ...(status === 429 ? { "Stripe-Rate-Limited-Reason": "global-rate" } : {}),
    ...(shouldRetry === undefined ? {} : { "Stripe-Should-Retry": String(shouldRetry) }),
  };
  return { ...problemAnswer(arrangedProblem(status)), headers };
}

/** An error body of the type that Stripe uses for this status (https://docs.stripe.com/api/errors). */
function arrangedProblem(status: number): Problem {
  const message = `Arranged fault: this request returns ${status}.`;
  if (status === 429) return { status, error: { type: "invalid_request_error", code: "rate_limit", message } };
  if (status >= 500) return { status, error: { type: "api_error", message } };
  return { ...invalidRequest(message), status };
}
