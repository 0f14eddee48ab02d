import type Stripe from "stripe";
import { dayIn, formatDay } from "~/core/dates";
import type { DisputeId, OrderId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { findOrderByPayment } from "~/orders/find-by-payment.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { log } from "~/platform/log.server";
import { stripe } from "~/platform/stripe.server";
import { alertStaff } from "~/refunds/process/order.server";
import { isClosed, reasonText, statusesBefore, statusText } from "./dispute-status";

/** Saves a dispute's current status at Stripe. Safe if repeated, late, or out of order. The ledger posts its money from Stripe's
 *  balance. */
export async function syncDispute(disputeId: DisputeId): Promise<void> {
  const dispute = await stripe().disputes.retrieve(disputeId, { expand: ["payment_intent"] });
  const order = await findOrderByPayment(dispute.payment_intent);
  if (order) await recordDispute(order.id, dispute);
  else log.error({ dispute: disputeId }, "a dispute belongs to no known order");
}

export async function recordDispute(orderId: OrderId, dispute: Stripe.Dispute): Promise<void> {
  await transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const at = await databaseNow(tx);
    const known = await tx.dispute.findUnique({ where: { id: dispute.id } });
    if (!known) await open(tx, orderId, dispute, at);
    else await move(tx, known, dispute, at);
  });
}

async function open(tx: Queries, orderId: OrderId, dispute: Stripe.Dispute, at: Date): Promise<void> {
  const { id, amount: amountCents, reason, status, created } = dispute;
  const dueBy = dueOf(dispute);
  const openedAt = new Date(created * 1000);
  const closedAt = isClosed(status) ? at : null;
  await tx.dispute.create({ data: { id, orderId, amountCents, reason, status, openedAt, dueBy, closedAt } });
  const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const until = dueBy ? ` Respond by ${formatDay(dayIn(dueBy, timeZone))}. The dispute’s page has the evidence.` : "";
  const what = `The buyer’s bank is disputing ${formatCents(amountCents)}: ${reasonText(reason)}.${until}`;
  await alertStaff(tx, orderId, what, at);
}

async function move(
  tx: Queries,
  known: { id: DisputeId; orderId: OrderId; status: string },
  dispute: Stripe.Dispute,
  at: Date,
): Promise<void> {
  const { status, amount: amountCents, reason } = dispute;
  const { count } = await tx.dispute.updateMany({
    where: { id: known.id, status: { in: statusesBefore(status) } },
    data: { status, amountCents, reason, dueBy: dueOf(dispute), closedAt: isClosed(status) ? at : null },
  });
  if (count === 0 || status === known.status) return;
  if (isClosed(status) || status === "needs_response")
    await alertStaff(tx, known.orderId, `A dispute of ${formatCents(amountCents)}: ${statusText(status)}.`, at);
}

function dueOf({ evidence_details: { due_by } }: Stripe.Dispute): Date | null {
  return due_by ? new Date(due_by * 1000) : null;
}
