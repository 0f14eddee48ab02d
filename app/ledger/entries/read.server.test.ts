import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { readEntries } from "./read.server";

test("more entries than Prisma can ask for at once with SQLite are all read, each once, in order of time", async () => {
  const day = "2026-01-01";
  // All in one second: the reference breaks ties at the end of a page.
  const entries = Array.from({ length: 1200 }, (_, n) => {
    const number = String(n).padStart(4, "0");
    return { id: `e${number}`, reference: `fee:txn_${number}`, kind: "fee" as const, day, at: new Date(0) };
  });
  await db().ledgerEntry.createMany({ data: entries });
  await db().ledgerPosting.createMany({
    data: entries.map(({ id }) => ({ entryId: id, position: 0, account: "fees", amountCents: 1 })),
  });
  const read = await readEntries({ from: day, to: day });
  expect(read.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  expect(read.every(({ postings }) => postings.length === 1)).toBe(true);
});
