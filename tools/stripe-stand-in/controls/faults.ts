import { type Answer, problemAnswer } from "../api/http/answer";
import { invalidRequest, type Problem } from "../objects/problem";

/**
 * How a request fails. `status` answers without doing the work; `remembered` keeps that answer under the idempotency
 * key, as Stripe does with a 500 that came after it had begun; `shouldRetry` is Stripe's advice to its SDK. The others
 * do the work (or not) and then say nothing. `none` only makes the request wait.
 */
export type Effect =
  | { kind: "status"; status: number; remembered: boolean; shouldRetry?: boolean }
  | { kind: "reset-before-work" | "reset-after-work" | "hang-before-work" | "hang-after-work" | "none" };

/** In `path` a `*` stands for anything. `left` counts down to nothing; `until` is in seconds of the stand-in's clock. */
export type Fault = {
  method: string;
  path: string;
  left: number | null;
  until: number | null;
  /** Real milliseconds that pass before anything is done. */
  delayMs: number;
  effect: Effect;
};

/** The fault for this request, used up by one. Undefined when nothing has been arranged, or it is over (`now`, seconds). */
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

/** What is answered instead of the work. Undefined for a fault that has no status. */
export function arrangedAnswer(effect: Effect | undefined): Answer | undefined {
  if (effect?.kind !== "status") return undefined;
  const { status, shouldRetry } = effect;
  const headers = {
    // https://docs.stripe.com/rate-limits: says which limit was met.
    ...(status === 429 ? { "Stripe-Rate-Limited-Reason": "global-rate" } : {}),
    ...(shouldRetry === undefined ? {} : { "Stripe-Should-Retry": String(shouldRetry) }),
  };
  return { ...problemAnswer(arrangedProblem(status)), headers };
}

/** An error body of the type that Stripe uses for this status (https://docs.stripe.com/api/errors). */
function arrangedProblem(status: number): Problem {
  const message = `Arranged: this request answers ${status}.`;
  if (status === 429) return { status, error: { type: "invalid_request_error", code: "rate_limit", message } };
  if (status >= 500) return { status, error: { type: "api_error", message } };
  return { ...invalidRequest(message), status };
}
