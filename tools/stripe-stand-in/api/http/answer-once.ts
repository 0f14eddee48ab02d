import type { StandIn } from "../../stand-in";
import { decodeForm } from "../params/form";
import { type Answer, type Asked, checkParams, problemAnswer, work } from "./answer";
import type { Endpoint } from "./endpoint";
import { fingerprintOf, keyInUse, recall } from "./idempotency";

/**
 * Responds to a POST, at most once per idempotency key. The key is looked up before the parameters are checked, so a
 * repeated request gets its first response even if a time in it has passed since, as with Stripe. The response
 * is stored in the same change as its effects: after a crash there are both or neither. `instead` is an arranged
 * response that replaces the work and is stored the same way.
 */
export async function answerOnce<P extends { expand: string[] }>(
  standIn: StandIn,
  endpoint: Endpoint<P>,
  asked: Asked,
  keysInUse: Set<string>,
  instead?: Answer,
): Promise<Answer> {
  const form = decodeForm(asked.form);
  if (!form.ok) return problemAnswer(form.problem);
  const fingerprint = fingerprintOf(form.value);
  const known = asked.key === null ? undefined : answerFromKey(standIn, asked, asked.key, fingerprint, keysInUse);
  if (known) return known;
  const params = checkParams(standIn, endpoint, form.value);
  if (!params.ok) return problemAnswer(params.problem);
  const { key } = asked;
  if (key !== null) keysInUse.add(key);
  try {
    return await standIn.change(() => {
      const answer = instead ?? work(standIn, endpoint, params.value, asked);
      if (key !== null) remember(standIn, asked, key, fingerprint, answer);
      return key === null ? answer : { ...answer, headers: { ...retryAdvice(answer.status), ...answer.headers } };
    });
  } finally {
    if (key !== null) keysInUse.delete(key);
  }
}

function answerFromKey(
  { world, clock }: StandIn,
  asked: Asked,
  key: string,
  fingerprint: string,
  keysInUse: Set<string>,
): Answer | undefined {
  if (keysInUse.has(key)) return problemAnswer(keyInUse(key));
  const recalled = recall(world.rememberedAnswers, { key, endpoint: asked.path, fingerprint, now: clock.now() });
  if (recalled.kind === "new") return undefined;
  if (recalled.kind === "refuse") return problemAnswer(recalled.problem);
  const { status, body, requestId } = recalled.answer;
  const headers = { "Idempotent-Replayed": "true", "Original-Request": requestId, ...retryAdvice(status) };
  return { status, body, headers };
}

function remember({ world, clock }: StandIn, asked: Asked, key: string, fingerprint: string, answer: Answer): void {
  const { path, requestId } = asked;
  const { status, body } = answer;
  world.rememberedAnswers[key] = { endpoint: path, fingerprint, status, body, requestId, at: clock.now() };
}

/** A stored 500 would only be replayed: Stripe tells its SDK not to retry. */
const retryAdvice = (status: number): Record<string, string> =>
  status >= 500 ? { "Stripe-Should-Retry": "false" } : {};
