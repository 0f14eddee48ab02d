import { z } from "zod";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { requireRecord } from "../store/records.server";
import { createPromotion, editPromotion, type SaveProblem } from "../store/save.server";
import { type Act, actionOf, acts, changeOf, copyOf } from "./acts";

export type ActRefusal = { status: 400 | 409; answer: { refusal: string } };

/** Does what a button asks and answers the id of the promotion to show; undefined where the form is not a button's. */
export async function actFromForm(
  form: FormData,
  promotionId: string,
  actor: string,
): Promise<Result<string, ActRefusal> | undefined> {
  const act = z.enum(acts).safeParse(form.get("act"));
  if (!act.success) return undefined;
  const done = await doAct(act.data, promotionId, Number(form.get("version")), actor);
  if (done.ok) return ok(typeof done.value === "string" ? done.value : promotionId);
  if (done.problem.kind === "refused") {
    const refusal = done.problem.problems.map(({ message }) => message).join(" ");
    return failed({ status: 400, answer: { refusal } });
  }
  const refusal = "Somebody else saved this promotion in the meantime. Look at what stands now, then try again.";
  return failed({ status: 409, answer: { refusal } });
}

async function doAct(
  act: Act,
  promotionId: string,
  version: number,
  actor: string,
): Promise<Result<unknown, SaveProblem>> {
  const { values } = await requireRecord(db(), promotionId);
  const [at, action] = [now(), actionOf[act]];
  if (act === "copy") return createPromotion(copyOf(values, at), { actor, action });
  return editPromotion({ promotionId, version, values: { ...values, ...changeOf(act, at) }, actor, action });
}
