import type { OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { moveOrder } from "~/orders/move-order.server";
import type { Queries } from "~/platform/db/client.server";
import { queueMail } from "~/platform/outbox.server";

/** Updates an order's state by its refunds: "refunding" once everything received is being refunded, "refunded" when that is final.
 *  A partial refund changes nothing. */
export async function updateOrderByRefunds(tx: Queries, orderId: OrderId, at: Date, cause: string): Promise<void> {
  const { receivedCents, refundedCents } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  if (receivedCents === 0 || refundedCents < receivedCents) return;
  const open = await tx.refund.count({ where: { orderId, state: { in: ["requested", "pending"] } } });
  await moveOrder(tx, { orderId, to: open > 0 ? "refunding" : "refunded", by: "refund", at, cause });
}

/** Adds to the amount refunded, in one guarded write; false if that would exceed what was received. */
export async function increaseRefunded(tx: Queries, orderId: OrderId, cents: Cents): Promise<boolean> {
  const count =
    await tx.$executeRaw`UPDATE "Order" SET "refundedCents" = "refundedCents" + ${cents} WHERE "id" = ${orderId} AND "refundedCents" + ${cents} <= "receivedCents"`;
  return count === 1;
}

/** E-mails the shop's staff; `what` is the text. */
export async function alertStaff(tx: Queries, orderId: OrderId, what: string, at: Date): Promise<void> {
  await queueMail(tx, { kind: "staff-alert", payload: { orderId, what }, orderId, at });
}
