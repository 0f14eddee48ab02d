import { isDeepStrictEqual } from "node:util";
import type { OrderId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { queueMail } from "~/platform/outbox.server";
import { retryNow } from "./retry-now.server";

type Mail = { kind: string; payload: Record<string, string> };

/** Queues a mail; if the same one is already waiting, tries it now. */
export async function sendNow(tx: Queries, orderId: OrderId, { kind, payload }: Mail, at: Date): Promise<void> {
  const waiting = await tx.outboxMessage.findMany({ where: { orderId, kind, sentAt: null } });
  const same = waiting.filter((mail) => isDeepStrictEqual(mail.payload, payload));
  for (const { id } of same) await retryNow(tx, id, at);
  if (same.length === 0) await queueMail(tx, { kind, payload, orderId, at });
}
