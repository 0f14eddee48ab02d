/**
 * A refusal in Stripe's own shape (https://docs.stripe.com/api/errors). Expected failure is a value: rules return
 * a `Problem`, and the HTTP layer sends it as `{error}` with its status.
 */
export type Problem = {
  status: number;
  error: { type: string; message: string; code?: string; param?: string } & Declined;
};

/** What a declined payment says in addition. */
type Declined = { decline_code?: string; charge?: string; payment_intent?: object };

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });

/** 400: the request can't be carried out as sent. */
export function invalidRequest(message: string, details: { code?: string; param?: string } = {}): Problem {
  return { status: 400, error: { type: "invalid_request_error", message, ...details } };
}

/** 404: Stripe names the kind of object and quotes the id. `param` is the parameter that had it. */
export function missingObject(kind: string, id: string, param: string): Problem {
  return {
    status: 404,
    error: { type: "invalid_request_error", code: "resource_missing", param, message: `No such ${kind}: '${id}'` },
  };
}

export function unauthorized(message: string): Problem {
  return { status: 401, error: { type: "invalid_request_error", message } };
}
