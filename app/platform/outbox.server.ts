import type { OrderId } from "~/core/ids";
import type { Queries } from "./db/client.server";

type Mail = {
  kind: string;
  payload: Record<string, string>;
  at: Date;
  /** The order it is about. */
  orderId?: OrderId;
  /** Deduplicates a mail that must be sent only once: letters, digits, periods, and hyphens. */
  id?: string;
};

/** Queues a mail in the transaction it reports on: it is sent if and only if that commits. */
export async function queueMail(tx: Queries, { id, kind, payload, at, orderId }: Mail): Promise<void> {
  const data = { kind, payload, orderId, createdAt: at, nextAttemptAt: at };
  if (id === undefined) await tx.outboxMessage.create({ data });
  // A no-op update makes it a single statement, so two concurrent calls don't conflict.
  else await tx.outboxMessage.upsert({ where: { id }, create: { id, ...data }, update: { kind } });
}
