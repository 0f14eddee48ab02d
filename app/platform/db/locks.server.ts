import type { OrderId, PromotionId, StockId } from "~/core/ids";
import type { Prisma } from "../prisma/sqlite/client";
import type { Queries } from "./client.server";

// A lock is a write that changes nothing. Lock before any read that a decision rests on:
// - PostgreSQL at READ COMMITTED gives whoever writes a row first its lock until the transaction ends; others wait at their own
//   write, and what they read afterwards is what the first one committed. A read alone waits for nobody.
// - SQLite lets one transaction write at a time. One that reads first keeps that snapshot, and its later write fails when another
//   process has written since; one that writes first waits for its turn instead.
// Whoever needs several takes them in this order, so that two never wait for each other: order, stocks by id, shop.

/** Makes everybody who moves, refunds, ships or certifies something of this order wait until the transaction ends. Throws a 404 where
 *  there is no such order. */
export async function lockOrder(tx: Queries, orderId: OrderId): Promise<void> {
  if (!(await lockOrderIf(tx, orderId, {}))) throw new Response("There is no such order.", { status: 404 });
}

/** The same where the order is as `where` says once it is this transaction's turn. Otherwise false, and nothing is locked. */
export async function lockOrderIf(tx: Queries, orderId: OrderId, where: Prisma.OrderWhereInput): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { ...where, id: orderId },
    data: { refundedCents: { increment: 0 } },
  });
  return count > 0;
}

/** Makes everybody who takes, gives back or counts units of this stock wait. */
export async function lockStockRow(tx: Queries, stockId: StockId): Promise<void> {
  await tx.stock.update({ where: { id: stockId }, data: { revision: { increment: 1 } } });
}

/** Makes everybody who edits this promotion or makes codes of it wait. */
export async function lockPromotion(tx: Queries, promotionId: PromotionId): Promise<void> {
  await tx.promotion.updateMany({ where: { id: promotionId }, data: { version: { increment: 0 } } });
}

/** For what has no row of its own to lock. Makes everybody wait who changes what the shop sells or gives out an order number. */
export async function lockShop(tx: Queries): Promise<void> {
  await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 0 } } });
}
