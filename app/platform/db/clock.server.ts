import { env } from "../env.server";
import { isPostgresql, type Queries } from "./client.server";

/** The database's own clock, which decides about holds. Reads no table, so it may come before a transaction's first write. */
export async function databaseNow(queries: Queries): Promise<Date> {
  const [row] = isPostgresql(env().DATABASE_URL)
    ? await queries.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
    : await queries.$queryRaw<{ now: string }[]>`SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS now`;
  if (!row) throw new Error("the database returned no time");
  return new Date(row.now);
}
