import { z } from "zod";
import { EnrollmentId, type OrderId, type RefundId, type RefundRequestId } from "~/core/ids";
import { noCents } from "~/core/money";
import type { Result } from "~/core/result";
import { failed, ok } from "~/core/result";
import { newSecret } from "~/platform/secrets.server";
import { issueRefund, previewRefund } from "../issue/issue.server";
import type { RefundProblem } from "../issue/problem";
import { changeAccess } from "./change-access.server";
import { effectsOf, type RefundChoice, reasonOf, whatOf } from "./form";
import { readRefundPage } from "./page.server";

/** What a choice would do now, and the hidden fields for the second step. The token makes repeated submissions one refund; the
 *  amount refunded so far goes along, so nobody confirms an outdated review. */
export async function reviewRefundForm(orderId: OrderId, choice: RefundChoice) {
  const effects = effectsOf(choice);
  const reason = reasonOf(choice);
  const [page, planned] = await Promise.all([
    readRefundPage(orderId),
    previewRefund({ orderId, what: whatOf(choice), reason, ...effects }),
  ]);
  if (!planned.ok) return planned;
  const { amount, parts, units } = planned.value;
  const nameOf = (id: EnrollmentId) => {
    const found = page.units.find((unit) => unit.id === id);
    return found ? `${found.title}, unit ${found.unit}` : id;
  };
  const { receivedCents, refundedCents, email } = page.order;
  return ok({
    amount,
    parts,
    units: units.map((unit) => ({ name: nameOf(unit.id), amount: unit.amount })),
    leftAfter: receivedCents - refundedCents - amount,
    to: `the payment method ${email} used`,
    access: accessText(units.length, effects.withdrawAccess),
    copies: page.isMailed && units.length > 0 ? copiesText(effects.restock) : undefined,
    reason,
    hidden: hiddenFields(choice, refundedCents),
  });
}
type Reviewed = Awaited<ReturnType<typeof reviewRefundForm>>;
export type RefundReviewData = Extract<Reviewed, { ok: true }>["value"];

export function confirmRefundForm(
  orderId: OrderId,
  choice: RefundChoice,
  by: string,
  requestId: RefundRequestId | undefined,
): Promise<Result<{ refundId: RefundId }, RefundProblem>> {
  const { token, seenRefundedCents } = choice;
  // Only the second step has a token: without one, two clicks would make two refunds.
  if (!token || seenRefundedCents === undefined) return Promise.resolve(failed({ kind: "changed", left: noCents }));
  const refund = { orderId, what: whatOf(choice), reason: reasonOf(choice), ...effectsOf(choice) };
  return issueRefund({ ...refund, by, token, seenRefundedCents, requestId });
}

function accessText(units: number, ends: boolean): string {
  if (units === 0) return "doesn’t change: no unit is refunded";
  return ends ? `ends now for ${units} ${units === 1 ? "unit" : "units"}` : "stays open as goodwill";
}

function copiesText(restock: boolean): string {
  return restock ? "return to stock" : "don’t return to stock";
}

function hiddenFields(choice: RefundChoice, seen: number): [name: string, value: string][] {
  const { kind, units, shipping, amount, reason, words, restock, access } = choice;
  return [
    ["kind", kind],
    ...units.map((id): [string, string] => ["units", id]),
    ...(shipping ? [["shipping", "on"] as [string, string]] : []),
    ["amount", amount],
    ["reason", reason],
    ["words", words],
    ...(restock ? [["restock", "on"] as [string, string]] : []),
    ["access", access],
    ["token", newSecret()],
    ["seenRefundedCents", String(seen)],
  ];
}

const AccessForm = z.object({ unit: EnrollmentId.regex(/^[\w.-]{1,64}$/), access: z.enum(["end", "give-back"]) });

/** Handles a unit's access button; false if the form came from elsewhere. */
export async function changeAccessFromForm(form: FormData, orderId: OrderId, by: string): Promise<boolean> {
  const read = AccessForm.safeParse(Object.fromEntries(form));
  if (!read.success) return false;
  const { unit, access } = read.data;
  await changeAccess({ orderId, enrollmentId: unit, ends: access === "end", by });
  return true;
}
