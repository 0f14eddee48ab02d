import { z } from "zod";
import type { PromotionId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { requireRecord } from "../store/records.server";
import { type SaveProblem, saveNewPromotion, savePromotion } from "../store/save.server";
import { auditNames, changesOf, copyValues, type PromotionAction, promotionActions } from "./actions";

export type ActionRefusal = { status: 400 | 409; answer: { refusal: string } };

/** Saves a button's change and returns the id of the promotion to show; undefined if the form isn't a button's. */
export async function saveAction(
  form: FormData,
  promotionId: PromotionId,
  actor: string,
): Promise<Result<string, ActionRefusal> | undefined> {
  const action = z.enum(promotionActions).safeParse(form.get("act"));
  if (!action.success) return undefined;
  const saved = await save(action.data, promotionId, Number(form.get("version")), actor);
  if (saved.ok) return ok(typeof saved.value === "string" ? saved.value : promotionId);
  if (saved.problem.kind === "refused") {
    const refusal = saved.problem.problems.map(({ message }) => message).join(" ");
    return failed({ status: 400, answer: { refusal } });
  }
  const refusal = "Someone else just saved this promotion. Review the changes below, then try again.";
  return failed({ status: 409, answer: { refusal } });
}

async function save(
  action: PromotionAction,
  promotionId: PromotionId,
  version: number,
  actor: string,
): Promise<Result<unknown, SaveProblem>> {
  const { values } = await requireRecord(db(), promotionId);
  const [at, auditName] = [now(), auditNames[action]];
  if (action === "copy") return saveNewPromotion(copyValues(values, at), { actor, action: auditName });
  const changed = { ...values, ...changesOf(action, at) };
  return savePromotion({ promotionId, version, values: changed, actor, action: auditName });
}
