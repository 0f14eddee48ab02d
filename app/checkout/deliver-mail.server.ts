import { orderUrl } from "~/orders/links.server";
import { readOrder } from "~/orders/read-order.server";
import { latePaymentText, receiptText } from "~/orders/receipt";
import { databaseNow, db } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { sendMail } from "~/platform/mail.server";
import { readShop } from "~/shop/shop.server";

const claimMinutes = 5;

/** Sends what the outbox holds. Each message is claimed by a guarded write, so several processes never send one twice at a
 *  time; after a crash in the middle it is sent again (at least once). A failure waits longer each time. */
export async function deliverMail(): Promise<void> {
  const at = await databaseNow(db());
  const due = await db().outboxMessage.findMany({
    where: { sentAt: null, nextAttemptAt: { lte: at } },
    orderBy: { createdAt: "asc" },
    take: 50,
  });
  for (const { id, kind, payload, nextAttemptAt, attempts } of due) {
    const { count } = await db().outboxMessage.updateMany({
      where: { id, sentAt: null, nextAttemptAt },
      data: { nextAttemptAt: later(at, claimMinutes), attempts: { increment: 1 } },
    });
    if (count === 0) continue;
    try {
      await send(id, kind, payload);
      await db().outboxMessage.update({ where: { id }, data: { sentAt: at, lastError: null } });
    } catch (error) {
      log.error({ err: error, kind }, "mail could not be sent");
      const wait = Math.min(claimMinutes * 2 ** attempts, 24 * 60);
      const lastError = error instanceof Error ? error.message : String(error);
      await db().outboxMessage.update({ where: { id }, data: { lastError, nextAttemptAt: later(at, wait) } });
    }
  }
}

function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

async function send(messageId: string, kind: string, payload: unknown): Promise<void> {
  const orderId = typeof payload === "object" && payload && "orderId" in payload ? String(payload.orderId) : "";
  const [order, shop] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order) throw new Error("the order of a mail is missing");
  const words = kind === "receipt" ? receiptText : latePaymentText;
  await sendMail({
    ...words(order, shop, orderUrl(orderId)),
    from: { name: shop.name, address: shop.email },
    to: order.email,
    messageId,
  });
}

/** In the background: the visitor does not wait for the mail server, and the outbox tries again where this fails. */
export function sendMailSoon(): void {
  deliverMail().catch((error: unknown) => log.error({ err: error }, "mail could not be delivered"));
}
