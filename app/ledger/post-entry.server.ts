import { dayIn } from "~/core/dates";
import type { Queries } from "~/platform/db/client.server";
import { type Entry, sumOf } from "./entry";

/** Writes an entry once, however often it is told: false where its reference is there already, or where nothing moved. Throws
 *  where it is out of balance: that is a bug. Call it after a guarded write of what it is about, so that two writers queue up. */
export async function postEntry(tx: Queries, { at, postings, ...entry }: Entry): Promise<boolean> {
  if (sumOf(postings) !== 0) throw new Error(`the ledger entry ${entry.reference} is out of balance`);
  if (postings.length === 0) return false;
  // Looked for first: an insert that fails would end the whole transaction on PostgreSQL.
  if (await tx.ledgerEntry.findUnique({ where: { reference: entry.reference }, select: { id: true } })) return false;
  const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  await tx.ledgerEntry.create({
    data: {
      ...entry,
      at,
      day: dayIn(at, timeZone),
      postings: {
        create: postings.map(({ account, amount }, position) => ({ position, account, amountCents: amount })),
      },
    },
  });
  return true;
}
