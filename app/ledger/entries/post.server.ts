import { dayIn } from "~/core/dates";
import type { Queries } from "~/platform/db/client.server";
import { type Entry, sumOf } from "./entry";

/** Posts an entry once; false if its reference already exists or nothing moved. Throws if it doesn't balance: that is a bug. Call
 *  it after a guarded write of its subject, so two writers wait for each other. */
export async function postEntry(tx: Queries, { at, postings, ...entry }: Entry): Promise<boolean> {
  if (sumOf(postings) !== 0) throw new Error(`the ledger entry ${entry.reference} is out of balance`);
  if (postings.length === 0) return false;
  // Look first: on PostgreSQL, a failed insert would abort the whole transaction.
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
