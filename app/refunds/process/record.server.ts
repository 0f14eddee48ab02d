import type { RefundId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { type Entry, refundEntry } from "~/ledger/entries/entry";
import { postEntry } from "~/ledger/entries/post.server";
import { amountsOf, reversesSale } from "~/ledger/post/movement-facts.server";
import { moveOrder } from "~/orders/move-order.server";
import type { Row } from "~/platform/db/branded-rows";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { alertStaff, updateOrderByRefunds } from "./order.server";
import { statesBefore } from "./state";
import type { StripeRefundResult } from "./stripe-result.server";

type Refund = Row<"Refund">;

/** Saves Stripe's answer and everything that follows from it in one transaction: the order, its units, the ledger, e-mails. Safe if
 *  repeated, late, or out of order. */
export async function recordResult(refundId: RefundId, answer: StripeRefundResult): Promise<void> {
  // Read outside: in SQLite, a transaction that reads before it writes fails if another process writes in between.
  const { orderId } = await db().refund.findUniqueOrThrow({ where: { id: refundId }, select: { orderId: true } });
  await transaction(async (tx) => {
    // Everyone locks the order first, so two transactions can't deadlock.
    await lockOrder(tx, orderId);
    const at = await databaseNow(tx);
    const { state, stripeRefundId, failure } = answer;
    const [refund] = await tx.refund.updateManyAndReturn({
      where: { id: refundId, state: { in: statesBefore(state) } },
      data: { state, stripeRefundId, failure, finalAt: state === "pending" ? null : at },
    });
    if (!refund) return;
    await post(tx, refund, answer);
    if (state === "succeeded") await finish(tx, refund, at);
    if (state === "failed") await undo(tx, refund, at);
  });
}

/** Posts the refund when the money leaves Stripe's balance, and its reversal when the bank returns it. */
async function post(
  tx: Queries,
  refund: Refund,
  { stripeRefundId, postedAt, sentBackAt, state }: StripeRefundResult,
): Promise<void> {
  const id = stripeRefundId ?? refund.stripeRefundId;
  if (!id) return;
  const { orderId } = refund;
  if (postedAt) {
    const { number } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { number: true } });
    const isSale = reversesSale(refund, { number });
    await postEntry(tx, refundEntry({ id, orderId, at: postedAt }, amountsOf(refund), isSale));
  }
  if (state !== "failed") return;
  const posted = await tx.ledgerEntry.findUnique({
    where: { reference: `refund:${id}` },
    include: { postings: { orderBy: { position: "asc" } } },
  });
  if (!posted) return;
  await postEntry(tx, {
    kind: "refund_failure",
    reference: `refund_failure:${id}`,
    orderId,
    at: sentBackAt ?? (await databaseNow(tx)),
    // The reverse of what was posted then, even if the order has changed since.
    postings: posted.postings.map(({ account, amountCents }) => ({
      account,
      amount: -amountCents,
    })) as Entry["postings"],
  });
}

async function finish(tx: Queries, { id, orderId }: Refund, at: Date): Promise<void> {
  await updateOrderByRefunds(tx, orderId, at, "refund succeeded");
  await queueMail(tx, { kind: "refunded", payload: { orderId, refundId: id }, orderId, at });
}

/** A failed refund no longer counts, and its units can be refunded again. Access stays ended and copies stay in stock: the buyer
 *  asked to give them up, and staff decide what to do with the money. */
async function undo(tx: Queries, { id, orderId, amountCents, failure }: Refund, at: Date): Promise<void> {
  await tx.order.updateMany({
    where: { id: orderId, refundedCents: { gte: amountCents } },
    data: { refundedCents: { decrement: amountCents } },
  });
  await tx.enrollment.updateMany({ where: { refundId: id }, data: { refundId: null } });
  const detail = `A refund of ${formatCents(amountCents)} failed: ${failure}.`;
  await moveOrder(tx, { orderId, to: "attention", by: "refund", at, cause: "refund failed", detail });
  await alertStaff(tx, orderId, `${detail} The shop still has the money, and the buyer is waiting for it.`, at);
}
