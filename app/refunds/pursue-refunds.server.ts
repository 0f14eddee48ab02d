import type Stripe from "stripe";
import { moveOrder } from "~/orders/move-order.server";
import { databaseNow, db } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, stripe } from "~/platform/stripe.server";

type Pursued = {
  id: string;
  orderId: string;
  amountCents: number;
  idempotencyKey: string;
  stripeRefundId: string | null;
  order: { stripePaymentIntentId: string | null };
};

/** Asks Stripe for every refund that is committed but not final. The row and its key come first, so a crash between row and
 *  call repeats the same call. One that can't be asked for now is tried again next time, and holds up no other. */
export async function pursueRefunds(): Promise<void> {
  const rows = await db().refund.findMany({
    where: { state: { in: ["requested", "pending"] } },
    include: { order: { select: { stripePaymentIntentId: true } } },
    orderBy: { createdAt: "asc" },
    take: 50,
  });
  for (const refund of rows) {
    try {
      await pursue(refund);
    } catch (error) {
      log.error({ err: error, refund: refund.id }, "a refund could not be pursued; it is tried again");
    }
  }
}

/** Asks again for a refund of ours that Stripe has news of: also one that had succeeded may fail in the end. */
export async function reviewRefund(stripeRefundId: string): Promise<void> {
  const refund = await db().refund.findUnique({
    where: { stripeRefundId },
    include: { order: { select: { stripePaymentIntentId: true } } },
  });
  if (refund) await pursue(refund);
}

async function pursue(refund: Pursued): Promise<void> {
  try {
    const answer = (await findAtStripe(refund)) ?? (await request(refund));
    await record(refund, stateOf(answer.status), answer.id);
  } catch (error) {
    if (!isRefusedByStripe(error)) throw error;
    log.error({ err: error, refund: refund.id }, "Stripe refuses a refund; staff must look at it");
    await record(refund, "failed", refund.stripeRefundId ?? undefined);
  }
}

/** Looked for before it is asked for: after a day Stripe has forgotten the key, and the same call would refund twice. */
async function findAtStripe({ id, stripeRefundId, order }: Pursued): Promise<Stripe.Refund | undefined> {
  if (stripeRefundId) return stripe().refunds.retrieve(stripeRefundId);
  const payment_intent = order.stripePaymentIntentId ?? undefined;
  for await (const refund of stripe().refunds.list({ payment_intent, limit: 100 }))
    if (refund.metadata?.refund_id === id) return refund;
  return undefined;
}

function request({ id, orderId, amountCents, idempotencyKey, order }: Pursued): Promise<Stripe.Refund> {
  if (!order.stripePaymentIntentId) throw new Error(`order ${orderId} has no payment to refund`);
  return stripe().refunds.create(
    {
      payment_intent: order.stripePaymentIntentId,
      amount: amountCents,
      metadata: { refund_id: id, order_id: orderId },
    },
    { idempotencyKey },
  );
}

type RefundState = "pending" | "succeeded" | "failed";

function stateOf(status: string | null): RefundState {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

/** A refund that failed leaves the order to a person. */
async function record({ id, orderId }: Pursued, state: RefundState, stripeRefundId?: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.refund.update({ where: { id }, data: { state, stripeRefundId } });
    if (state === "pending") return;
    const at = await databaseNow(tx);
    if (state === "succeeded") await moveOrder(tx, { orderId, to: "refunded", at, cause: "refund succeeded" });
    else await moveOrder(tx, { orderId, to: "attention", at, cause: "refund failed", detail: `refund ${id} failed` });
  });
}
