import { addDays, type Day } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";
import type { Cents } from "~/core/money";

/** `paidOn` and `today` are days in the store's time zone; amounts are cents. */
export type PolicyOrder = { state: string; paidOn: Day | null; receivedCents: Cents; refundedCents: Cents };
export type PolicyUnit = { id: EnrollmentId; isCertified: boolean; isRefunded: boolean };

/** Whether a buyer can request a refund: for which units and through which day, or why not. */
export type RefundPolicy =
  | { kind: "open"; lastDay: Day; unitIds: EnrollmentId[] }
  | { kind: "not-paid" }
  /** Nothing was paid, or everything was refunded. */
  | { kind: "nothing-paid" }
  | { kind: "over"; lastDay: Day }
  /** EDUCATION 13: every unit not refunded has a certificate. */
  | { kind: "all-certified" };

/** EDUCATION 13: no refund once a certificate is issued; before that, within `refundDays` days after the day of payment. */
export function refundPolicy(
  { state, paidOn, receivedCents, refundedCents }: PolicyOrder,
  units: PolicyUnit[],
  { refundDays, today }: { refundDays: number; today: Day },
): RefundPolicy {
  if (paidOn === null || (state !== "paid" && state !== "refunding" && state !== "refunded"))
    return { kind: "not-paid" };
  if (receivedCents - refundedCents <= 0 || state !== "paid") return { kind: "nothing-paid" };
  const lastDay = addDays(paidOn, refundDays);
  if (today > lastDay) return { kind: "over", lastDay };
  const kept = units.filter(({ isRefunded }) => !isRefunded);
  if (kept.length === 0) return { kind: "nothing-paid" };
  const unitIds = kept.flatMap(({ id, isCertified }) => (isCertified ? [] : [id]));
  return unitIds.length > 0 ? { kind: "open", lastDay, unitIds } : { kind: "all-certified" };
}
