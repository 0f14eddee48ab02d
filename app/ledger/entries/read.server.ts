import type { Day } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { type Cents, cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import type { Account } from "./accounts";
import type { PostedEntry } from "./figures";

/** The store's days, inclusive; open-ended without one. */
export type DayRange = { from?: Day; to?: Day };

/** The entries for a range of days, by the time the money moved. */
export function readEntries({ from, to }: DayRange): Promise<PostedEntry[]> {
  return find({ day: { gte: from, lte: to } });
}

/** All entries of these orders, on any day. */
export async function readEntriesOfOrders(orderIds: OrderId[]): Promise<PostedEntry[]> {
  const found: PostedEntry[] = [];
  for (const ids of inChunks(orderIds)) found.push(...(await find({ orderId: { in: ids } })));
  return found;
}

export async function readEntriesByReference(references: string[]): Promise<PostedEntry[]> {
  const found: PostedEntry[] = [];
  for (const some of inChunks(references)) found.push(...(await find({ reference: { in: some } })));
  return found;
}

/** Each account's total balance in cents; debits are positive. */
export async function readBalances(): Promise<Map<Account, Cents>> {
  const rows = await db().ledgerPosting.groupBy({ by: ["account"], _sum: { amountCents: true } });
  return new Map(rows.map(({ account, _sum }) => [account as Account, cents(_sum.amountCents ?? 0)]));
}

/** Databases limit the values in one query: Prisma allows 999 with SQLite. */
const mostValues = 500;

export function inChunks<Item>(items: Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += mostValues) parts.push(items.slice(start, start + mostValues));
  return parts;
}

type Where = { day?: { gte?: Day; lte?: Day }; orderId?: { in: OrderId[] }; reference?: { in: string[] } };

/** Page by page: Prisma fetches postings by entry id and can't split an ordered query. */
async function find(where: Where): Promise<PostedEntry[]> {
  const found: PostedEntry[] = [];
  for (;;) {
    const last = found.at(-1);
    const rows = await db().ledgerEntry.findMany({
      where,
      orderBy: [{ at: "asc" }, { reference: "asc" }],
      include: { postings: { orderBy: { position: "asc" } } },
      take: mostValues,
      ...(last ? { cursor: { reference: last.reference }, skip: 1 } : {}),
    });
    for (const { postings, ...row } of rows)
      found.push({
        ...row,
        postings: postings.map(({ account, amountCents }) => ({ account: account as Account, amount: amountCents })),
      });
    if (rows.length < mostValues) return found;
  }
}
