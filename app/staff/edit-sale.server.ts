import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { failed, ok, type Result } from "~/core/result";
import { explainSaleProblem, type SaleField } from "~/promotions/revise-sale";
import { saveSale } from "~/promotions/revise-sale.server";
import type { Sale } from "~/promotions/sale-facts.server";
import { readHistory } from "./audit-log.server";
import { fieldNameOf, saleFields, saleForm } from "./sale-form";

/** What the form shows after it was not saved; what was typed stays in it. */
export type SaleAnswer = {
  reply: SubmissionResult;
  /** Present where somebody else saved first: the version to save over, and what stands there, as the form's text. */
  conflict?: { version: number; by?: string; at?: Date; saved: ReturnType<typeof saleFields> };
};
type Refusal = { status: 400 | 409; answer: SaleAnswer };

/** Reads the form of a sale and saves it. `sale` is the sale as it stands; `actor` the staff member's e-mail. */
export async function editSale(
  form: FormData,
  { sale, timeZone, actor }: { sale: Sale; timeZone: string; actor: string },
): Promise<Result<SaleField[], Refusal>> {
  const submission = parseWithZod(form, { schema: saleForm(timeZone, sale) });
  if (submission.status !== "success") return failed({ status: 400, answer: { reply: submission.reply() } });
  const saved = await saveSale({ promotionId: sale.id, actor, ...submission.value });
  if (saved.ok) return ok(saved.value);
  switch (saved.problem.kind) {
    case "refused": {
      const fieldErrors: Record<string, string[]> = {};
      for (const { field, message } of saved.problem.problems.map(explainSaleProblem))
        fieldErrors[fieldNameOf(field)] = [message];
      return failed({ status: 400, answer: { reply: submission.reply({ fieldErrors }) } });
    }
    case "changed-meanwhile": {
      const { current } = saved.problem;
      const [entry] = await readHistory(`promotion:${sale.id}`);
      const conflict = {
        version: current.version,
        by: entry?.actor,
        at: entry?.at,
        saved: saleFields(current, timeZone),
      };
      return failed({ status: 409, answer: { reply: submission.reply({ formErrors: [""] }), conflict } });
    }
  }
}
