import type { EnrollmentId, OrderId, RefundId, RefundRequestId } from "~/core/ids";
import { noCents } from "~/core/money";
import type { Result } from "~/core/result";
import { failed, ok } from "~/core/result";
import { newSecret } from "~/platform/secrets.server";
import type { RefundProblem } from "../refund-problem";
import { previewRefund, requestRefund } from "../request-refund.server";
import { effectsOf, type RefundChoice, reasonOf, whatOf } from "./form";
import { readRefundPage } from "./page.server";

/** What a choice would do now, and the fields that bring it to the second step. The token makes the second step one refund, however
 *  often it is sent; what had been refunded by now goes with it, so that nobody confirms what has changed. */
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
    to: `the card that ${email} paid with`,
    access: accessWords(units.length, effects.withdrawAccess),
    copies: page.isMailed && units.length > 0 ? copiesWords(effects.restock) : undefined,
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
  // Only the second step has a token: without it two clicks would be two refunds.
  if (!token || seenRefundedCents === undefined) return Promise.resolve(failed({ kind: "changed", left: noCents }));
  const wish = { orderId, what: whatOf(choice), reason: reasonOf(choice), ...effectsOf(choice) };
  return requestRefund({ ...wish, by, token, seenRefundedCents, requestId });
}

function accessWords(units: number, ends: boolean): string {
  if (units === 0) return "stays as it is: no unit goes back";
  return ends ? `of ${units} ${units === 1 ? "unit" : "units"} ends now` : "stays, as goodwill";
}

function copiesWords(restock: boolean): string {
  return restock ? "are back on the shelf, to be sold again" : "do not come back";
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
