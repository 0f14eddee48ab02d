import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";

/** The orders that received money of which the ledger knows nothing: from before the ledger, or a fault. */
export async function readUnpostedOrders(): Promise<OrderId[]> {
  const rows = await db().$queryRaw<{ id: OrderId }[]>`
    SELECT o."id" FROM "Order" o WHERE o."receivedCents" > 0 AND NOT EXISTS
      (SELECT 1 FROM "LedgerEntry" e WHERE e."orderId" = o."id" AND e."kind" = 'payment')`;
  return rows.map(({ id }) => id);
}

/** Includes orders from before the amount received was saved. */
export async function readOldestUnpostedOrder(): Promise<{ createdAt: Date } | null> {
  const [row] = await db().$queryRaw<{ id: OrderId }[]>`
    SELECT o."id" FROM "Order" o WHERE (o."receivedCents" > 0 OR o."state" = 'attention') AND NOT EXISTS
      (SELECT 1 FROM "LedgerEntry" e WHERE e."orderId" = o."id" AND e."kind" = 'payment')
    ORDER BY o."createdAt" LIMIT 1`;
  return row ? db().order.findUnique({ where: { id: row.id }, select: { createdAt: true } }) : null;
}

/** The orders of successful refunds that aren't in the ledger. */
export async function readOrdersOfUnpostedRefunds(): Promise<OrderId[]> {
  const rows = await db().$queryRaw<{ orderId: OrderId }[]>`
    SELECT DISTINCT r."orderId" FROM "Refund" r WHERE r."state" = 'succeeded' AND NOT EXISTS
      (SELECT 1 FROM "LedgerEntry" e WHERE e."reference" = 'refund:' || r."stripeRefundId")`;
  return rows.map(({ orderId }) => orderId);
}
