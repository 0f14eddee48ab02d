import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { queueMail } from "~/platform/outbox.server";
import { sellUnits } from "~/stock/take-units.server";
import { enrollLearners } from "./enroll.server";

/** Gives the buyer what was paid for, in the transaction that moves the order to "paid". Fails if its units are gone; the caller
 *  must then roll back its transaction. */
export async function fulfillOrder(
  tx: Queries,
  orderId: OrderId,
  at: Date,
): Promise<Result<void, { kind: "units-gone" }>> {
  const sold = await sellUnits(tx, orderId);
  if (!sold.ok) return failed({ kind: "units-gone" });
  await numberOrder(tx, orderId, at);
  await enrollLearners(tx, orderId, at);
  await emptyCart(tx, orderId);
  await queueMail(tx, { kind: "receipt", payload: { orderId }, orderId, at });
  return ok(undefined);
}

/** SCENARIO 14: only paid orders get a number. The shop's row hands out each number once. */
async function numberOrder(tx: Queries, orderId: OrderId, at: Date): Promise<void> {
  const { lastOrderNumber } = await tx.shop.update({ where: { id: 1 }, data: { lastOrderNumber: { increment: 1 } } });
  await tx.order.update({ where: { id: orderId }, data: { number: lastOrderNumber, paidAt: at } });
}

/** Removes what was bought, and the codes used for it, from the cart. Anything added since then stays. */
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
