import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Database, Queries } from "./branded-rows";
import { env } from "./env.server";
import { oneAtATime } from "./one-at-a-time.server";
import { PrismaClient as PostgresqlClient } from "./prisma/postgresql/client";
import { Prisma, PrismaClient as SqliteClient } from "./prisma/sqlite/client";

export type { Database, Queries };

export function isPostgresql(databaseUrl: string): boolean {
  return /^postgres(ql)?:/.test(databaseUrl);
}

/** One client a process: two on one SQLite file block each other for seconds. */
function openDatabase(databaseUrl: string): Database {
  if (isPostgresql(databaseUrl)) {
    const adapter = new PrismaPg({ connectionString: databaseUrl, max: 10 });
    return new PostgresqlClient({ adapter, transactionOptions }) as unknown as Database;
  }
  return new SqliteClient({
    adapter: durable(new PrismaBetterSqlite3({ url: databaseUrl })),
    transactionOptions,
  }) as unknown as Database;
}

/** What is acknowledged survives a power cut: the adapter's own default is `synchronous = NORMAL`. */
function durable(factory: PrismaBetterSqlite3): PrismaBetterSqlite3 {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    await connection.executeScript(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 15000; PRAGMA foreign_keys = ON;",
    );
    return oneAtATime(connection);
  };
  return factory;
}

// A queue of checkouts on one sale row waits for its turn instead of failing.
const transactionOptions = { maxWait: 20_000, timeout: 20_000 };

let current: Database | undefined;

export function db(): Database {
  current ??= openDatabase(env().DATABASE_URL);
  return current;
}

export async function closeDatabase(): Promise<void> {
  const open = current;
  current = undefined;
  await open?.$disconnect();
}

/** The database's own clock, which decides about holds. Touches no table, so it may come before a transaction's first write. */
export async function databaseNow(queries: Queries): Promise<Date> {
  const [row] = isPostgresql(env().DATABASE_URL)
    ? await queries.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
    : await queries.$queryRaw<{ now: string }[]>`SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS now`;
  if (!row) throw new Error("the database told no time");
  return new Date(row.now);
}

/** Whether an insert met a row that was already there: the expected loser of a race, not a fault. */
export function isAlreadyThere(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
