import { arrangedProblem, type Effect } from "../controls/faults";
import { expandPaths } from "../objects/expand";
import { ok, type Problem, type Result } from "../objects/problem";
import type { StandIn } from "../stand-in";
import type { Call, Endpoint } from "./endpoint";
import { decodeForm, type FormTree } from "./form";
import { fingerprintOf, keyInUse, recall } from "./idempotency";
import { readParams } from "./params";

export type Answer = { status: number; body: unknown; headers: Record<string, string> };
export type Asked = { path: string; id: string; form: string; requestId: string; key: string | null };

export const problemAnswer = (problem: Problem): Answer => ({
  status: problem.status,
  body: { error: problem.error },
  headers: {},
});

/** Answers a GET: reads, checks, looks up. */
export function answerGet<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  asked: Asked,
): Answer {
  const form = decodeForm(asked.form);
  if (!form.ok) return problemAnswer(form.problem);
  const params = readAndCheck(standIn, endpoint, form.value);
  return params.ok ? work(endpoint, callOf(standIn, params.value, asked)) : problemAnswer(params.problem);
}

/**
 * Answers a POST at most once for each idempotency key. The key is looked up before the parameters are checked, so a
 * repeated request gets its first answer even when a time in it has passed meanwhile, as with Stripe. The answer is
 * remembered in the same change as its effects: after a crash there are both or neither.
 */
export async function answerPost<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  asked: Asked,
  keysInUse: Set<string>,
  effect?: Effect,
): Promise<Answer> {
  const form = decodeForm(asked.form);
  if (!form.ok) return problemAnswer(form.problem);
  const { key } = asked;
  if (key === null) {
    const params = readAndCheck(standIn, endpoint, form.value);
    if (!params.ok) return problemAnswer(params.problem);
    return standIn.change(() => arrangedOr(effect, () => work(endpoint, callOf(standIn, params.value, asked))));
  }
  if (keysInUse.has(key)) return problemAnswer(keyInUse(key));
  const fingerprint = fingerprintOf(form.value);
  const now = standIn.clock.now();
  const recalled = recall(standIn.world.rememberedAnswers, { key, endpoint: asked.path, fingerprint, now });
  if (recalled.kind === "refuse") return problemAnswer(recalled.problem);
  if (recalled.kind === "replay") {
    const { status, body, requestId } = recalled.answer;
    return { status, body, headers: { "idempotent-replayed": "true", "original-request": requestId } };
  }
  const params = readAndCheck(standIn, endpoint, form.value);
  if (!params.ok) return problemAnswer(params.problem);
  keysInUse.add(key);
  try {
    return await standIn.change(() => {
      const answer = arrangedOr(effect, () => work(endpoint, callOf(standIn, params.value, asked)));
      const { status, body } = answer;
      const { requestId } = asked;
      standIn.world.rememberedAnswers[key] = { endpoint: asked.path, fingerprint, status, body, requestId, at: now };
      return answer;
    });
  } finally {
    keysInUse.delete(key);
  }
}

function readAndCheck<P extends { expand: string[] }>(
  standIn: StandIn,
  { params, check }: Endpoint<P>,
  form: FormTree,
): Result<P> {
  const read = readParams(params, form);
  const problem = read.ok ? check?.(read.value, standIn.clock.now()) : read.problem;
  return problem || !read.ok ? { ok: false, problem: problem ?? (read as never) } : ok(read.value);
}

function work<P extends { expand: string[] }>(endpoint: Endpoint<P>, call: Call<P>): Answer {
  const done = endpoint.work(call);
  if (!done.ok) return problemAnswer(done.problem);
  const expanded = expandPaths(call.standIn.world, done.value, call.params.expand);
  return expanded.ok ? { status: 200, body: expanded.value, headers: {} } : problemAnswer(expanded.problem);
}
