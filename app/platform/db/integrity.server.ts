import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { log } from "../log.server";
import { isPostgresql, sqliteFile } from "./client.server";

/** In a thread of its own: reading a large file takes seconds, and SQLite would block everybody meanwhile. */
const quickCheck = `
const { parentPort, workerData } = require("node:worker_threads");
const Sqlite = require("better-sqlite3");
try {
  const file = new Sqlite(workerData, { readonly: true });
  const [first] = file.pragma("quick_check(1)", { simple: false });
  parentPort.postMessage(first.quick_check === "ok" ? undefined : first.quick_check);
} catch (error) {
  if (!/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) throw error;
  parentPort.postMessage(error.message);
}`;

/** What SQLite finds wrong with its file; undefined if it is sound or doesn't exist yet. PostgreSQL checks its own files. */
export async function findDamage(databaseUrl: string): Promise<string | undefined> {
  if (isPostgresql(databaseUrl) || !existsSync(sqliteFile(databaseUrl))) return undefined;
  const worker = new Worker(quickCheck, { eval: true, workerData: sqliteFile(databaseUrl) });
  return new Promise((found, fail) => {
    worker.once("message", found);
    worker.once("error", fail);
  });
}

let damage: string | undefined;

/** What the last check of this process found. */
export function knownDamage(): string | undefined {
  return damage;
}

/** Checks the file and keeps the result for the health check. */
export async function checkIntegrity(databaseUrl: string): Promise<void> {
  damage = await findDamage(databaseUrl);
  if (damage === undefined) log.info("the database was checked and is sound");
  else log.error({ damage }, "the database file is damaged: restore the latest backup");
}
