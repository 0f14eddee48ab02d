import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { paymentEntry, unfulfilledPaymentEntry } from "~/ledger/entry";
import { postEntry } from "~/ledger/post-entry.server";
import { moveOrder } from "~/orders/move-order.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits, sellUnits } from "~/stock/take-units.server";
import { enrolBuyer } from "./enrol.server";
import { expireOrder } from "./expire-order.server";
import type { Payment } from "./payment";

/** One conditional state change with everything that follows from it, in one transaction. Where units that had gone back
 *  are gone, the payment is refunded and the shopper told (PRICING 6). */
export async function settle(orderId: OrderId, cause: string, payment: Payment): Promise<void> {
  const settled = await transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await moveOrder(tx, { orderId, to: "paid", at, cause }, factsOf(payment)))) return ok(undefined);
    const given = await giveUnits(tx, orderId, at);
    if (given.ok) await bookPayment(tx, orderId, payment);
    return given;
  });
  if (settled.ok) return;
  // PRICING 10: a free order has nothing to give back but its units.
  if (payment.receivedCents === 0) await expireOrder(orderId, "its units are gone");
  else await refundLate(orderId, cause, payment);
}

/** What a buyer gets for the payment, inside the transaction that moves the order to "paid". The problem: its units are gone, and the
 *  caller must roll its transaction back. */
export async function giveUnits(
  tx: Queries,
  orderId: OrderId,
  at: Date,
): Promise<Result<void, { kind: "units-gone" }>> {
  const sold = await sellUnits(tx, orderId);
  if (!sold.ok) return failed({ kind: "units-gone" });
  await numberOrder(tx, orderId, at);
  await enrolBuyer(tx, orderId, at);
  await emptyCart(tx, orderId);
  await queueMail(tx, { kind: "receipt", payload: { orderId }, orderId, at });
  return ok(undefined);
}

async function refundLate(orderId: OrderId, cause: string, payment: Payment): Promise<void> {
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    const detail = "paid after the hold's end, and its units are gone";
    const facts = { ...factsOf(payment), refundedCents: payment.receivedCents };
    if (!(await moveOrder(tx, { orderId, to: "refunding", at, cause, detail }, facts))) return;
    await releaseUnits(tx, orderId);
    await bookUnfulfilled(tx, orderId, payment);
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

/** What an order keeps of its payment. */
export function factsOf({ charge, ...facts }: Payment) {
  return { ...facts, stripeChargeId: charge?.id, cardBrand: charge?.cardBrand, cardLast4: charge?.cardLast4 };
}

async function bookPayment(tx: Queries, orderId: OrderId, { charge }: Payment): Promise<void> {
  if (!charge) return;
  const { itemsCents, shippingCents, taxCents } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  await postEntry(
    tx,
    paymentEntry({ ...charge, orderId }, { items: itemsCents, shipping: shippingCents, tax: taxCents }),
  );
}

/** What came in and fulfilled nothing is owed back. */
export async function bookUnfulfilled(
  tx: Queries,
  orderId: OrderId,
  { charge, receivedCents }: Payment,
): Promise<void> {
  if (charge) await postEntry(tx, unfulfilledPaymentEntry({ ...charge, orderId }, receivedCents));
}

/** SCENARIO 14: a number only with the payment. The shop's row hands out each once. */
async function numberOrder(tx: Queries, orderId: OrderId, at: Date): Promise<void> {
  const { lastOrderNumber } = await tx.shop.update({ where: { id: 1 }, data: { lastOrderNumber: { increment: 1 } } });
  await tx.order.update({ where: { id: orderId }, data: { number: lastOrderNumber, paidAt: at } });
}

/** Takes what was bought, and the codes that were used for it, out of the cart; what was put in meanwhile stays. */
async function emptyCart(tx: Queries, orderId: OrderId): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true } });
  const used = await tx.orderAdjustment.findMany({
    where: { portion: { orderLine: { orderId } }, code: { not: null } },
    select: { code: true },
  });
  const { cartId } = order;
  if (!cartId) return;
  await tx.cartCoupon.deleteMany({ where: { cartId, code: { in: used.flatMap(({ code }) => code ?? []) } } });
  for (const { courseFormatId, quantity } of order.lines) {
    await tx.cartLine.deleteMany({ where: { cartId, courseFormatId, quantity: { lte: quantity } } });
    await tx.cartLine.updateMany({
      where: { cartId, courseFormatId, quantity: { gt: quantity } },
      data: { quantity: { decrement: quantity } },
    });
  }
}
