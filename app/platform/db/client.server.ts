import { resolve } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.server";
import { PrismaClient as PostgresqlClient } from "../prisma/postgresql/client";
import { PrismaClient as SqliteClient } from "../prisma/sqlite/client";
import type { Client } from "./branded-rows";
import { oneAtATime } from "./one-at-a-time.server";
import { keepPrivate } from "./private-file.server";

/** A database or one of its transactions. */
export type Queries = Omit<Client, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
type TransactionOptions = { maxWait?: number; timeout?: number };
/** Prisma's own `$transaction` would lose the brands. */
type Database = Omit<Client, "$transaction" | "$extends"> & {
  $transaction<Answer>(work: (tx: Queries) => Promise<Answer>, options?: TransactionOptions): Promise<Answer>;
};

let current: Database | undefined;

/** For queries outside a transaction. Inside one, use only its `tx`: on SQLite `db()` would wait for it to end. */
export function db(): Queries {
  return openDatabase();
}

/** The full client, needed only by `transaction()`. One per process: two on one SQLite file block each other for
 *  seconds. */
export function openDatabase(): Database {
  current ??= connect(env().DATABASE_URL);
  return current;
}

export async function closeDatabase(): Promise<void> {
  const open = current;
  current = undefined;
  await open?.$disconnect();
}

export function isPostgresql(databaseUrl: string): boolean {
  return /^postgres(ql)?:/.test(databaseUrl);
}

export function sqliteFile(databaseUrl: string): string {
  return resolve(databaseUrl.replace(/^file:/, ""));
}

function connect(databaseUrl: string): Database {
  if (isPostgresql(databaseUrl)) {
    const adapter = new PrismaPg({ connectionString: databaseUrl, max: 10 });
    return new PostgresqlClient({ adapter }) as unknown as Database;
  }
  keepPrivate(sqliteFile(databaseUrl));
  return new SqliteClient({ adapter: durable(new PrismaBetterSqlite3({ url: databaseUrl })) }) as unknown as Database;
}

/** Committed data survives a power failure (the adapter's default is `synchronous = NORMAL`), and `INSERT OR REPLACE` is refused
 *  like any other change of a row that may not change. */
function durable(factory: PrismaBetterSqlite3): PrismaBetterSqlite3 {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    await connection.executeScript(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 15000; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;",
    );
    return oneAtATime(connection);
  };
  return factory;
}
