import type { OrderId, PromotionId, StockId } from "~/core/ids";
import type { Prisma } from "../prisma/sqlite/client";
import type { Queries } from "./client.server";

// A lock is a write that changes nothing. Lock before any read that a decision depends on:
// - PostgreSQL at READ COMMITTED: the first transaction to write a row holds its lock until it ends. Others wait at
// their own write and then read what the first one committed. Plain reads never wait. - SQLite: one transaction writes
// at a time. One that reads first keeps its snapshot, and its later write fails if another process has written since;
// one that writes first waits its turn instead.
// To avoid deadlocks, take several locks in this order: order, stocks by id, shop. The audit's lock comes after all of them by
// itself: `writeAudit` takes it right before the commit; who calls `eraseFromAudit` does so last.

/** Blocks changes to this order's state, refunds, parcels, and certificates until the transaction ends. Throws a 404
 *  if there is no such order. */
export async function lockOrder(tx: Queries, orderId: OrderId): Promise<void> {
  if (!(await lockOrderIf(tx, orderId, {}))) throw new Response("We couldn’t find this order.", { status: 404 });
}

/** The same if the order matches `where` once the lock is acquired; otherwise false, and nothing is locked. */
export async function lockOrderIf(tx: Queries, orderId: OrderId, where: Prisma.OrderWhereInput): Promise<boolean> {
  const { count } = await tx.order.updateMany({
    where: { ...where, id: orderId },
    data: { refundedCents: { increment: 0 } },
  });
  return count > 0;
}

/** Blocks taking, returning, and counting units of this stock. */
export async function lockStockRow(tx: Queries, stockId: StockId): Promise<void> {
  await tx.stock.update({ where: { id: stockId }, data: { revision: { increment: 1 } } });
}

/** Blocks saving this promotion and creating codes for it. */
export async function lockPromotion(tx: Queries, promotionId: PromotionId): Promise<void> {
  await tx.promotion.updateMany({ where: { id: promotionId }, data: { version: { increment: 0 } } });
}

/** For data without a row to lock. Blocks catalog and promotion changes and the assignment of order numbers. */
export async function lockShop(tx: Queries): Promise<void> {
  await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 0 } } });
}

/** Blocks other entries of the audit from being linked until the transaction ends, and reads where its chain ends. */
export function lockAudit(tx: Queries) {
  return tx.auditHead.update({ where: { id: 1 }, data: { waiting: { increment: 0 } } });
}
