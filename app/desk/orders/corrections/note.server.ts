import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

/** Adds a note to an order. The same text by the same person twice in a row is one note: a double click. */
export async function addNote(orderId: OrderId, text: string, by: string): Promise<void> {
  await transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const last = await tx.orderNote.findFirst({ where: { orderId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
    if (last?.by === by && last.text === text) return;
    const at = await databaseNow(tx);
    await tx.orderNote.create({ data: { orderId, at, by, text } });
    await writeAudit(tx, { actor: by, action: "order.note-added", subject: `order:${orderId}`, after: { text }, at });
  });
}
