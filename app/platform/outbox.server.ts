import type { Queries } from "./db.server";

type Mail = { kind: string; payload: Record<string, string>; at: Date };

/** Writes a mail into the transaction whose news it carries: it is sent if, and only if, that commits. */
export async function queueMail(tx: Queries, { kind, payload, at }: Mail): Promise<void> {
  await tx.outboxMessage.create({ data: { kind, payload, createdAt: at, nextAttemptAt: at } });
}
