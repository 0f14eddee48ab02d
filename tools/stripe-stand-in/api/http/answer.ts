import { checkExpand, expandPaths } from "../../objects/expand";
import { ok, type Problem, type Result, refuse } from "../../objects/problem";
import type { StandIn } from "../../stand-in";
import { decodeForm, type FormTree } from "../params/form";
import { readParams } from "../params/params";
import type { Endpoint } from "./endpoint";

export type Answer = { status: number; body: unknown; headers: Record<string, string> };

/** A request as the API's rules see it. `form` is the body of a POST or the query of a GET. */
export type Asked = { path: string; id: string; form: string; requestId: string; key: string | null };

export const problemAnswer = ({ status, error }: Problem): Answer => ({ status, body: { error }, headers: {} });

export function answerGet<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  asked: Asked,
): Answer {
  const form = decodeForm(asked.form);
  const params = form.ok ? checkParams(standIn, endpoint, form.value) : form;
  return params.ok ? work(standIn, endpoint, params.value, asked) : problemAnswer(params.problem);
}

/** Everything that can be refused before the work begins. */
export function checkParams<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  form: FormTree,
): Result<P> {
  const params = readParams(endpoint.params, form);
  if (!params.ok) return params;
  const problem =
    endpoint.check?.(params.value, standIn.clock.now()) ?? checkExpand(endpoint.answers, params.value.expand);
  return problem ? refuse(problem) : ok(params.value);
}

export function work<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  params: P,
  { id, requestId, key }: Asked,
): Answer {
  const done = endpoint.work({ standIn, params, id, cause: { requestId, idempotencyKey: key } });
  if (!done.ok) return problemAnswer(done.problem);
  return { status: 200, body: expandPaths(standIn.world, done.value, params.expand), headers: {} };
}
