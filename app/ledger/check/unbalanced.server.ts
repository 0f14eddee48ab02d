import { db } from "~/platform/db/client.server";

/** References of up to `most` entries whose postings don't add up to 0, or that have none. `npm run ledger` says more about each. */
export async function findUnbalanced(most: number): Promise<string[]> {
  const sums = await db().ledgerPosting.groupBy({
    ...{ by: ["entryId"], orderBy: { entryId: "asc" }, take: most },
    having: { amountCents: { _sum: { not: 0 } } },
  });
  const entries = await db().ledgerEntry.findMany({
    where: { OR: [{ id: { in: sums.map(({ entryId }) => entryId) } }, { postings: { none: {} } }] },
    ...{ orderBy: { id: "asc" }, take: most, select: { reference: true } },
  });
  return entries.map(({ reference }) => reference);
}
