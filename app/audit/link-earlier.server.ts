import { db, type Queries } from "~/platform/db/client.server";
import { lockAudit } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { addLinks } from "./audit.server";

const perPage = 500;

/** Links the entries from before the chain, oldest first, page by page. May be interrupted: the next run continues. Costs one read
 *  if all are linked. */
export async function linkEarlierEntries(): Promise<void> {
  while (await linkPage());
}

/** False once no entry is waiting. */
export async function linkPage(size = perPage): Promise<boolean> {
  const { waiting } = await db().auditHead.findUniqueOrThrow({ where: { id: 1 } });
  if (waiting === 0) return false;
  return transaction(async (tx) => {
    const head = await lockAudit(tx);
    if (head.waiting === 0) return false;
    const entries = await findUnlinked(tx, head.seq, size);
    await addLinks(tx, head, entries);
    // None found: they were removed, which the proof would not see if it waited for them forever.
    const rest = entries.length > 0 ? Math.max(0, head.waiting - entries.length) : 0;
    await tx.auditHead.update({ where: { id: 1 }, data: { waiting: rest } });
    return rest > 0;
  });
}

async function findUnlinked(tx: Queries, seq: number, take: number) {
  const orderBy = [{ at: "asc" as const }, { id: "asc" as const }];
  const last = await tx.auditLink.findUnique({ where: { seq }, select: { entry: { select: { at: true } } } });
  // From where the last page ended, so that a page does not pass over all before it.
  const onward = await tx.auditEntry.findMany({
    where: { link: null, ...(last ? { at: { gte: last.entry.at } } : {}) },
    ...{ orderBy, take },
  });
  return onward.length > 0 || !last ? onward : tx.auditEntry.findMany({ where: { link: null }, orderBy, take });
}
