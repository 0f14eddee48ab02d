import type { OrderId } from "~/core/ids";
import { ok } from "~/core/result";
import { paymentEntry, unfulfilledPaymentEntry } from "~/ledger/entries/entry";
import { postEntry } from "~/ledger/entries/post.server";
import { moveOrder } from "~/orders/move-order.server";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits } from "~/stock/take-units.server";
import { expireOrder } from "./expire-order.server";
import { fulfillOrder } from "./fulfill.server";
import { type Payment, zeroPayment } from "./payment";

/** Moves an order to "paid" and fulfills it, in one transaction. If its units were released and are gone, the payment is refunded and
 *  the shopper notified (PRICING 6). Paying twice is harmless. */
export async function recordPayment(orderId: OrderId, cause: string, payment: Payment): Promise<void> {
  const recorded = await transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await moveOrder(tx, { orderId, to: "paid", at, cause }, paymentColumns(payment)))) return ok(undefined);
    const fulfilled = await fulfillOrder(tx, orderId, at);
    if (fulfilled.ok) await postPayment(tx, orderId, payment);
    return fulfilled;
  });
  if (recorded.ok) return;
  // PRICING 10: a free order has nothing to refund.
  if (payment.receivedCents === 0) await expireOrder(orderId, "its units are gone");
  else await refundLatePayment(orderId, cause, payment);
}

/** PRICING 10: a free order skips Stripe and is fulfilled the same way. Returns what became of it ("gone" if others took its units),
 *  or undefined if the order is not free. */
export async function completeFreeOrder(orderId: OrderId): Promise<"paid" | "gone" | undefined> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { totalCents: true } });
  if (order.totalCents > 0) return undefined;
  await recordPayment(orderId, "free order", zeroPayment);
  const { state } = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return state === "paid" ? "paid" : "gone";
}

async function refundLatePayment(orderId: OrderId, cause: string, payment: Payment): Promise<void> {
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    const detail = "paid after the hold's end, and its units are gone";
    const columns = { ...paymentColumns(payment), refundedCents: payment.receivedCents };
    if (!(await moveOrder(tx, { orderId, to: "refunding", at, cause, detail }, columns))) return;
    await releaseUnits(tx, orderId);
    await postUnfulfilledPayment(tx, orderId, payment);
    const { itemsCents, shippingCents, taxCents, totalCents } = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
    });
    await tx.refund.create({
      data: {
        orderId,
        kind: "unfulfilled",
        amountCents: totalCents,
        itemsCents,
        shippingCents,
        taxCents,
        reason: detail,
        idempotencyKey: `refund-${newSecret()}`,
        createdAt: at,
      },
    });
    await queueMail(tx, { kind: "late-payment-refunded", payload: { orderId }, orderId, at });
  });
}

/** An order's columns for its payment. */
export function paymentColumns({ charge, ...payment }: Payment) {
  return { ...payment, stripeChargeId: charge?.id, cardBrand: charge?.cardBrand, cardLast4: charge?.cardLast4 };
}

async function postPayment(tx: Queries, orderId: OrderId, { charge }: Payment): Promise<void> {
  if (!charge) return;
  const { itemsCents, shippingCents, taxCents } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  await postEntry(
    tx,
    paymentEntry({ ...charge, orderId }, { items: itemsCents, shipping: shippingCents, tax: taxCents }),
  );
}

/** Posts a payment that fulfilled nothing as owed back. */
export async function postUnfulfilledPayment(
  tx: Queries,
  orderId: OrderId,
  { charge, receivedCents }: Payment,
): Promise<void> {
  if (charge) await postEntry(tx, unfulfilledPaymentEntry({ ...charge, orderId }, receivedCents));
}
