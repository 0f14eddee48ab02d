import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { now } from "./clock.server";
import { db, isPostgresql, sqliteFile } from "./db/client.server";
import { knownDamage } from "./db/integrity.server";
import { env } from "./env.server";

/** An order and its letters need a few pages; below this, writes soon fail. Bytes. */
const leastSpace = 4_000_000;
const milliseconds = 1000;

let latest: { startedAt: number; isRunning: boolean; result: Promise<void> } | undefined;

/** Writes a row. Rejects with a message that may be shown, if orders can't be saved. Anyone may ask: a process checks at most
 *  once a second, and everybody who asks meanwhile shares the answer. */
export function checkHealth(): Promise<void> {
  const at = performance.now();
  if (latest && (latest.isRunning || at - latest.startedAt < milliseconds)) return latest.result;
  const check = { startedAt: at, isRunning: true, result: write() };
  latest = check;
  const end = () => {
    check.isRunning = false;
  };
  check.result.then(end, end);
  return check.result;
}

async function write(): Promise<void> {
  if (knownDamage() !== undefined) throw new Error("The database file is damaged.");
  const { DATABASE_URL } = env();
  // Pages that SQLite already has still take a small write when nothing else fits.
  if (!isPostgresql(DATABASE_URL)) {
    const { bavail, bsize } = await statfs(dirname(sqliteFile(DATABASE_URL)));
    if (bavail * bsize < leastSpace) throw new Error("The disk is full.");
  }
  const checkedAt = now();
  try {
    await db().healthCheck.upsert({ where: { id: 1 }, create: { id: 1, checkedAt }, update: { checkedAt } });
  } catch (cause) {
    throw new Error("The database can’t be written.", { cause });
  }
}
