import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { readTitles } from "~/catalog/read/titles.server";
import type { PromotionId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { describeTerms } from "../../kinds/describe-terms";
import type { PromotionKind } from "../../kinds/kinds";
import type { PromotionValues } from "../../store/check-values";
import { requireRecord } from "../../store/records.server";
import { type SaveProblem, saveNewPromotion, savePromotion } from "../../store/save.server";
import { readPromotionHistory } from "../history.server";
import { fieldOfProblem, fillPromotionForm, promotionForm } from "./form";

/** What the form shows if it wasn't saved; it keeps what was typed. */
export type PromotionAnswer = {
  reply?: SubmissionResult;
  /** Present if someone else saved first: the version to replace, and the saved values as form text. */
  conflict?: {
    version: number;
    by?: string;
    /** ISO text. */
    at?: string;
    saved: Record<string, unknown>;
    /** Its terms now, in one line. */
    what: string;
  };
  /** Why a button did nothing. */
  refusal?: string;
};
type Refusal = { status: 400 | 409; answer: PromotionAnswer };

/** Saves the form of a new promotion and returns its id. */
export async function saveNewForm(
  form: FormData,
  kind: PromotionKind,
  actor: string,
): Promise<Result<PromotionId, Refusal>> {
  const { timeZone } = await readShop();
  const submission = parseWithZod(form, { schema: promotionForm(kind, timeZone) });
  if (submission.status !== "success") return failed({ status: 400, answer: { reply: submission.reply() } });
  const { id, values } = submission.value;
  const saved = await saveNewPromotion(await addName(values), { actor, id });
  return saved.ok ? saved : failed(await refuse(saved.problem, submission, kind));
}

/** Saves the form of a promotion and returns whether anything changed. */
export async function saveForm(
  form: FormData,
  promotionId: PromotionId,
  actor: string,
): Promise<Result<boolean, Refusal>> {
  const [{ timeZone }, { values: before }] = await Promise.all([readShop(), requireRecord(db(), promotionId)]);
  const { kind } = before.terms;
  const submission = parseWithZod(form, { schema: promotionForm(kind, timeZone, before) });
  if (submission.status !== "success") return failed({ status: 400, answer: { reply: submission.reply() } });
  const { version = 0, values } = submission.value;
  const saved = await savePromotion({ promotionId, version, values: await addName(values), actor });
  if (saved.ok) return ok(saved.value.length > 0);
  return failed(await refuse(saved.problem, submission, kind, promotionId));
}

/** A promotion without a name is named after its terms. */
async function addName(values: PromotionValues): Promise<PromotionValues> {
  return values.name ? values : { ...values, name: describeTerms(values.terms, await readTitles()).slice(0, 80) };
}

type Submission = {
  reply: (options?: { fieldErrors?: Record<string, string[]>; formErrors?: string[] }) => SubmissionResult;
};

async function refuse(
  problem: SaveProblem,
  submission: Submission,
  kind: PromotionKind,
  promotionId?: PromotionId,
): Promise<Refusal> {
  if (problem.kind === "refused") {
    const fieldErrors: Record<string, string[]> = {};
    for (const one of problem.problems) fieldErrors[fieldOfProblem(kind, one)] = [one.message];
    return { status: 400, answer: { reply: submission.reply({ fieldErrors }) } };
  }
  const [{ timeZone }, [entry], titleOf] = await Promise.all([
    readShop(),
    promotionId ? readPromotionHistory(promotionId) : [],
    readTitles(),
  ]);
  const { version, values } = problem.current;
  const what = describeTerms(values.terms, titleOf);
  const conflict = {
    version,
    by: entry?.actor,
    at: entry?.at.toISOString(),
    saved: fillPromotionForm(values, timeZone),
    what,
  };
  return { status: 409, answer: { reply: submission.reply({ formErrors: [""] }), conflict } };
}
