import type { Queries } from "~/platform/db/client.server";

/** Takes a mail that could not be sent up again at once, as if it had never been tried. False where it was sent or discarded
 *  meanwhile, and where nothing has failed yet: it is on its way, and would be sent twice. */
export async function retryNow(tx: Queries, mailId: string, at: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { id: mailId, sentAt: null, OR: [{ lastError: { not: null } }, { givenUpAt: { not: null } }] },
    data: { nextAttemptAt: at, attempts: 0, givenUpAt: null },
  });
  return count === 1;
}
