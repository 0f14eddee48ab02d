import type { EnrollmentId, RefundId } from "~/core/ids";
import type { Cents } from "~/core/money";
/** Amounts are cents; `unitIds` is empty for a refund by amount. */
export type RefundFacts = {
  id: RefundId;
  state: "requested" | "pending" | "succeeded" | "failed";
  amountCents: Cents;
  createdAt: Date;
  /** When staff noted that the buyer got the money some other way. */
  settledAt: Date | null;
  unitIds: EnrollmentId[];
};

type Order<Refund> = { receivedCents: Cents; refundedCents: Cents; refunds: Refund[] };

/** Failed refunds whose money the buyer is still waiting for. One is settled by staff, or by later refunds of the same thing; if
 *  those fail too, they take its place, so the money is owed only once. */
export function unsettledFailures<Refund extends RefundFacts>(order: Order<Refund>): Refund[] {
  const { receivedCents, refundedCents, refunds } = order;
  if (refundedCents >= receivedCents) return [];
  return refunds.filter(
    (refund) => refund.state === "failed" && refund.settledAt === null && !isReplaced(refund, refunds),
  );
}

function isReplaced(failed: RefundFacts, refunds: RefundFacts[]): boolean {
  const later = refunds.filter(({ createdAt }) => createdAt > failed.createdAt);
  if (failed.unitIds.length === 0)
    return later.some(({ unitIds, amountCents }) => unitIds.length === 0 && amountCents >= failed.amountCents);
  const covering = later.filter(({ unitIds }) => unitIds.some((id) => failed.unitIds.includes(id)));
  const covered = new Set(covering.flatMap(({ unitIds }) => unitIds));
  const coveredCents = covering.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return failed.unitIds.every((id) => covered.has(id)) && coveredCents >= failed.amountCents;
}
