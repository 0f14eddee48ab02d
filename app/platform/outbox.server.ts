import type { OrderId } from "~/core/ids";
import type { Queries } from "./db/client.server";

type Mail = {
  kind: string;
  payload: Record<string, string>;
  at: Date;
  /** The order that it tells of. */
  orderId?: OrderId;
  /** For a mail that must be sent once only, whoever queues it and how often: letters, digits, points and hyphens. */
  id?: string;
};

/** Writes a mail into the transaction whose news it carries: it is sent if, and only if, that commits. */
export async function queueMail(tx: Queries, { id, kind, payload, at, orderId }: Mail): Promise<void> {
  const data = { kind, payload, orderId, createdAt: at, nextAttemptAt: at };
  if (id === undefined) await tx.outboxMessage.create({ data });
  // An update that changes nothing makes it one statement, so that two at once do not meet.
  else await tx.outboxMessage.upsert({ where: { id }, create: { id, ...data }, update: { kind } });
}
