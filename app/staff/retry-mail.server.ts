import type { Queries } from "~/platform/db.server";

/** Takes a mail that was not sent yet up again at once, as if it had never been tried. False where it was sent or discarded
 *  meanwhile. */
export async function retryNow(tx: Queries, mailId: string, at: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { id: mailId, sentAt: null },
    data: { nextAttemptAt: at, attempts: 0, givenUpAt: null },
  });
  return count === 1;
}
