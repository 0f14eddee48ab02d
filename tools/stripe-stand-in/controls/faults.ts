import { invalidRequest, type Problem } from "../objects/problem";

/**
 * How a request fails. `status` answers without doing the work; `remembered` keeps that answer under the idempotency
 * key, as Stripe does with a 500 that came after it had begun. The others do the work (or not) and then say nothing.
 */
export type Effect =
  | { kind: "status"; status: number; remembered: boolean }
  | { kind: "reset-before-work" }
  | { kind: "reset-after-work" }
  | { kind: "hang-after-work" };

/** `path` is exact, or ends in `*` and matches what begins like it. `left` counts down to nothing. */
export type Fault = { method: string; path: string; left: number; effect: Effect };

/** The effect for this request, used up by one. Undefined when nothing has been arranged. */
export function takeFault(faults: Fault[], method: string, path: string): Effect | undefined {
  const fault = faults.find((each) => each.left > 0 && matches(each, method, path));
  if (!fault) return undefined;
  fault.left -= 1;
  return fault.effect;
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== "*" && fault.method !== method) return false;
  return fault.path.endsWith("*") ? path.startsWith(fault.path.slice(0, -1)) : path === fault.path;
}

/** An error body of the type that Stripe uses for this status (https://docs.stripe.com/api/errors). */
export function arrangedProblem(status: number): Problem {
  const message = `Arranged: this request answers ${status}.`;
  if (status === 429) return { status, error: { type: "invalid_request_error", code: "rate_limit", message } };
  if (status >= 500) return { status, error: { type: "api_error", message } };
  return { ...invalidRequest(message), status };
}
