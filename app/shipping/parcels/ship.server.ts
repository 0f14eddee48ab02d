import { writeAudit } from "~/audit/audit.server";
import type { OrderId, OrderLineId, ShipmentId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrderIf } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { readBookLines } from "./books.server";
import type { Carrier } from "./carriers";

type Wish = {
  orderId: OrderId;
  /** The id that the form was given: the same form sent twice is one shipment. */
  shipmentId: ShipmentId;
  lines: { orderLineId: OrderLineId; quantity: number }[];
  carrier: Carrier;
  trackingNumber: string | null;
  /** The staff member's e-mail. */
  actor: string;
};
export type ShipProblem =
  /** Not paid, or given back as a whole. */
  | { kind: "not-to-send" }
  | { kind: "nothing-chosen" }
  /** Bought less refunded less shipped leaves fewer copies of some lines; `left` is by line. */
  | { kind: "too-many"; left: Record<string, number> };

/** Records a parcel that leaves, with the buyer's e-mail about it. Never more than was bought less what was refunded or went
 *  out already, however many staff do it at once. */
export async function markShipped(wish: Wish): Promise<Result<string, ShipProblem>> {
  const { orderId, shipmentId, carrier, trackingNumber, actor } = wish;
  const wanted = new Map<OrderLineId, number>();
  for (const { orderLineId, quantity } of wish.lines)
    if (quantity > 0) wanted.set(orderLineId, (wanted.get(orderLineId) ?? 0) + quantity);
  const lines = [...wanted].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
  if (lines.length === 0) return failed({ kind: "nothing-chosen" });
  return transaction(async (tx) => {
    const at = await databaseNow(tx);
    const isPaid = await lockOrderIf(tx, orderId, { state: "paid" });
    const already = await tx.shipment.findUnique({ where: { id: shipmentId }, select: { orderId: true } });
    if (already) return already.orderId === orderId ? ok(shipmentId) : failed({ kind: "not-to-send" });
    if (!isPaid) return failed({ kind: "not-to-send" });
    const books = await readBookLines(tx, orderId);
    const bookOf = (orderLineId: OrderLineId) => books.find((book) => book.orderLineId === orderLineId);
    if (lines.some(({ orderLineId, quantity }) => quantity > (bookOf(orderLineId)?.left ?? 0)))
      return failed({
        kind: "too-many",
        left: Object.fromEntries(books.map(({ orderLineId, left }) => [orderLineId, left])),
      });
    await tx.shipment.create({
      data: { id: shipmentId, orderId, carrier, trackingNumber, shippedAt: at, by: actor, lines: { create: lines } },
    });
    const sent = lines.map(({ orderLineId, quantity }) => `${quantity} × ${bookOf(orderLineId)?.title}`);
    const after = { carrier, trackingNumber, books: sent };
    await writeAudit(tx, { actor, action: "order.shipped", subject: `order:${orderId}`, after, at });
    await queueMail(tx, { kind: "shipped", payload: { orderId, shipmentId }, at, orderId });
    return ok(shipmentId);
  });
}

/** For so long a parcel that was marked by mistake can be unmarked; later it is history. */
export const undoDays = 30;

/** Takes a shipment back that was marked by mistake, and its e-mail where that has not gone out. False where it is not there
 *  any more, or too old. */
export async function undoShipment({ orderId, shipmentId, actor }: Pick<Wish, "orderId" | "shipmentId" | "actor">) {
  return transaction(async (tx): Promise<boolean> => {
    const at = await databaseNow(tx);
    if (!(await lockOrderIf(tx, orderId, {}))) return false;
    const since = new Date(at.getTime() - undoDays * 86_400_000);
    const shipment = await tx.shipment.findFirst({
      where: { id: shipmentId, orderId, shippedAt: { gte: since } },
      include: { lines: { include: { orderLine: { select: { title: true } } } } },
    });
    if (!shipment) return false;
    const { carrier, trackingNumber, lines } = shipment;
    await tx.shipmentLine.deleteMany({ where: { shipmentId } });
    await tx.shipment.delete({ where: { id: shipmentId } });
    await withdrawMail(tx, orderId, shipmentId);
    const books = lines.map(({ quantity, orderLine }) => `${quantity} × ${orderLine.title}`);
    const before = { carrier, trackingNumber, books };
    await writeAudit(tx, { actor, action: "order.shipment-undone", subject: `order:${orderId}`, before, at });
    return true;
  });
}

/** A mail that nobody has begun to send. */
async function withdrawMail(tx: Queries, orderId: OrderId, shipmentId: ShipmentId): Promise<void> {
  const unsent = { orderId, kind: "shipped", sentAt: null, attempts: 0 };
  const waiting = await tx.outboxMessage.findMany({ where: unsent, select: { id: true, payload: true } });
  const ids = waiting.filter(({ payload }) => JSON.stringify(payload).includes(shipmentId)).map(({ id }) => id);
  await tx.outboxMessage.deleteMany({ where: { ...unsent, id: { in: ids } } });
}
