import type { Queries } from "./db.server";

type Mail = {
  kind: string;
  payload: Record<string, string>;
  at: Date /** The order that it tells of. */;
  orderId?: string;
};

/** Writes a mail into the transaction whose news it carries: it is sent if, and only if, that commits. */
export async function queueMail(tx: Queries, { kind, payload, at, orderId }: Mail): Promise<void> {
  await tx.outboxMessage.create({ data: { kind, payload, orderId, createdAt: at, nextAttemptAt: at } });
}
