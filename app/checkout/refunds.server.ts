import { moveOrder } from "~/orders/move-order.server";
import { databaseNow, db } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, stripe } from "~/platform/stripe.server";

/** Asks Stripe for every refund that is committed but not final. The row and its key come first, so a crash between row and
 *  call repeats the same call. */
export async function pursueRefunds(): Promise<void> {
  const rows = await db().refund.findMany({
    where: { state: { in: ["requested", "pending"] } },
    include: { order: { select: { stripePaymentIntentId: true } } },
    take: 50,
  });
  for (const refund of rows) {
    const payment_intent = refund.order.stripePaymentIntentId;
    if (!payment_intent) continue;
    try {
      const answer = refund.stripeRefundId
        ? await stripe().refunds.retrieve(refund.stripeRefundId)
        : await stripe().refunds.create(
            {
              payment_intent,
              amount: refund.amountCents,
              metadata: { refund_id: refund.id, order_id: refund.orderId },
            },
            { idempotencyKey: refund.idempotencyKey },
          );
      await record(refund.id, refund.orderId, answer.id, answer.status);
    } catch (error) {
      if (!isRefusedByStripe(error)) throw error;
      log.error({ err: error }, "Stripe refuses a refund; staff must look at it");
      await record(refund.id, refund.orderId, refund.stripeRefundId ?? undefined, "failed");
    }
  }
}

async function record(id: string, orderId: string, stripeRefundId: string | undefined, status: string | null) {
  const state =
    status === "succeeded" ? "succeeded" : status === "failed" || status === "canceled" ? "failed" : "pending";
  await db().$transaction(async (tx) => {
    await tx.refund.update({ where: { id }, data: { state, stripeRefundId } });
    if (state !== "succeeded") return;
    const at = await databaseNow(tx);
    await moveOrder(tx, { orderId, to: "refunded", at, cause: "refund succeeded" });
  });
}
