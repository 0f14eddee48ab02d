import type { z } from "zod";
import type { Cause } from "../../flow/emit";
import type { Kind } from "../../objects/expand";
import type { Problem, Result } from "../../objects/problem";
import type { StandIn } from "../../stand-in";

/** Parameters of an endpoint always include `expand`, which is handled in one place for all of them. */
type WithExpand = { expand: string[] };

type Call<P> = { standIn: StandIn; params: P; id: string; cause: Cause };

/**
 * One endpoint of the API. `check` refuses parameters that are well-formed and still invalid (a time in the past);
 * like a malformed parameter, that isn't stored under the idempotency key. `work` does the work and
 * returns synchronously: it runs inside `change`, which nothing may interrupt.
 */
export type Endpoint<P extends WithExpand = WithExpand> = {
  method: "GET" | "POST";
  /** Express path; the id, if any, is called `:id`. */
  path: string;
  params: z.ZodType<P>;
  /** The kind of response, which decides what can be expanded. */
  answers: Kind;
  check?: (params: P, now: number) => Problem | undefined;
  work: (call: Call<P>) => Result<object>;
};

/** Only for its types: lets parameters be inferred from the schema. */
export const endpoint = <P extends WithExpand>(described: Endpoint<P>): Endpoint<P> => described;
