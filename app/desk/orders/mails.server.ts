import { recipientOf } from "~/mail/desk/recipient";
import { db } from "~/platform/db/client.server";
import type { WholeOrder } from "./whole-order.server";

/** An order's e-mails, oldest first, with their recipients. */
export async function readOrderEmails(order: Pick<WholeOrder, "id" | "email" | "enrollments">, shopEmail: string) {
  const rows = await db().outboxMessage.findMany({
    where: { orderId: order.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ payload, recipient, ...mail }) => ({
    ...mail,
    to: recipientOf({ kind: mail.kind, payload, recipient }, order, shopEmail),
  }));
}
export type OrderMail = Awaited<ReturnType<typeof readOrderEmails>>[number];
