import type { Queries } from "~/platform/db/client.server";

/** Retries a failed mail now, as if it had never been tried. False if it has since been sent or discarded, or hasn't
 *  failed yet: it is being sent and would go out twice. */
export async function retryNow(tx: Queries, mailId: string, at: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { id: mailId, sentAt: null, OR: [{ lastError: { not: null } }, { givenUpAt: { not: null } }] },
    data: { nextAttemptAt: at, attempts: 0, givenUpAt: null },
  });
  return count === 1;
}
