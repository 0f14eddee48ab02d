import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { readTitles } from "~/catalog/read/titles.server";
import { failed, ok, type Result } from "~/core/result";
import { readHistory } from "~/desk/audit/log.server";
import { db } from "~/platform/db.server";
import { readShop } from "~/shop/shop.server";
import { describeTerms } from "../../kinds/describe-terms";
import type { PromotionKind } from "../../kinds/kinds";
import { requireRecord } from "../../store/records.server";
import type { PromotionValues } from "../../store/revise";
import { createPromotion, editPromotion, type SaveProblem } from "../../store/save.server";
import { fieldNameOf, promotionFields, promotionForm } from "./form";

/** What the form shows after it was not saved; what was typed stays in it. */
export type PromotionAnswer = {
  reply?: SubmissionResult;
  /** Present where somebody else saved first: the version to save over, and what stands there, as the form's text. */
  conflict?: {
    version: number;
    by?: string;
    at?: Date;
    saved: Record<string, unknown>;
    /** Its terms now, in words. */
    what: string;
  };
  /** Why a button did nothing. */
  refusal?: string;
};
type Refusal = { status: 400 | 409; answer: PromotionAnswer };

/** Reads the form of a new promotion, writes it and answers its id. */
export async function addPromotion(
  form: FormData,
  kind: PromotionKind,
  actor: string,
): Promise<Result<string, Refusal>> {
  const { timeZone } = await readShop();
  const submission = parseWithZod(form, { schema: promotionForm(kind, timeZone) });
  if (submission.status !== "success") return failed({ status: 400, answer: { reply: submission.reply() } });
  const { id, values } = submission.value;
  const created = await createPromotion(await named(values), { actor, id });
  return created.ok ? created : failed(await refusalOf(created.problem, submission, ""));
}

/** Reads the form of a promotion, saves it and answers whether something changed. */
export async function savePromotion(
  form: FormData,
  promotionId: string,
  actor: string,
): Promise<Result<boolean, Refusal>> {
  const [{ timeZone }, { values: before }] = await Promise.all([readShop(), requireRecord(db(), promotionId)]);
  const submission = parseWithZod(form, { schema: promotionForm(before.terms.kind, timeZone, before) });
  if (submission.status !== "success") return failed({ status: 400, answer: { reply: submission.reply() } });
  const { version = 0, values } = submission.value;
  const saved = await editPromotion({ promotionId, version, values: await named(values), actor });
  return saved.ok ? ok(saved.value.length > 0) : failed(await refusalOf(saved.problem, submission, promotionId));
}

/** A promotion without a name is called by its terms. */
async function named(values: PromotionValues): Promise<PromotionValues> {
  return values.name ? values : { ...values, name: describeTerms(values.terms, await readTitles()).slice(0, 80) };
}

type Submission = {
  reply: (options?: { fieldErrors?: Record<string, string[]>; formErrors?: string[] }) => SubmissionResult;
};

async function refusalOf(problem: SaveProblem, submission: Submission, promotionId: string): Promise<Refusal> {
  if (problem.kind === "refused") {
    const fieldErrors: Record<string, string[]> = {};
    for (const one of problem.problems) fieldErrors[fieldNameOf(one)] = [one.message];
    return { status: 400, answer: { reply: submission.reply({ fieldErrors }) } };
  }
  const [{ timeZone }, [entry], titleOf] = await Promise.all([
    readShop(),
    readHistory(`promotion:${promotionId}`),
    readTitles(),
  ]);
  const { version, values } = problem.current;
  const what = describeTerms(values.terms, titleOf);
  const conflict = { version, by: entry?.actor, at: entry?.at, saved: promotionFields(values, timeZone), what };
  return { status: 409, answer: { reply: submission.reply({ formErrors: [""] }), conflict } };
}
