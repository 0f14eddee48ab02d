import type { OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { moveOrder } from "~/orders/move-order.server";
import type { Queries } from "~/platform/db/client.server";
import { queueMail } from "~/platform/outbox.server";

/** Where an order stands by its refunds: "refunding" once all that was received is asked back, "refunded" when that is final. A part
 *  of it leaves the order as it is. */
export async function moveByRefunds(tx: Queries, orderId: OrderId, at: Date, cause: string): Promise<void> {
  const { receivedCents, refundedCents } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  if (receivedCents === 0 || refundedCents < receivedCents) return;
  const open = await tx.refund.count({ where: { orderId, state: { in: ["requested", "pending"] } } });
  await moveOrder(tx, { orderId, to: open > 0 ? "refunding" : "refunded", by: "refund", at, cause });
}

/** Counts cents as asked back, by one guarded write: false where that were more than was received. */
export async function raiseRefunded(tx: Queries, orderId: OrderId, cents: Cents): Promise<boolean> {
  const count =
    await tx.$executeRaw`UPDATE "Order" SET "refundedCents" = "refundedCents" + ${cents} WHERE "id" = ${orderId} AND "refundedCents" + ${cents} <= "receivedCents"`;
  return count === 1;
}

/** `what` is one sentence, to the shop's own people. */
export async function alertStaff(tx: Queries, orderId: OrderId, what: string, at: Date): Promise<void> {
  await queueMail(tx, { kind: "staff-alert", payload: { orderId, what }, orderId, at });
}
