import { db, isPostgresql } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";

/** The tables that the database itself guards: triggers refuse what is not a new row. */
export const appendOnly = ["AuditEntry", "AuditLink", "LedgerEntry", "LedgerPosting", "OrderEvent"] as const;
const guarded = [...appendOnly, "AuditHead"];

/** Does what only somebody with the database's own rights can do: changes guarded tables while their triggers and foreign keys are
 *  off. */
export async function tamper(work: () => Promise<unknown>): Promise<void> {
  const guards = isPostgresql(env().DATABASE_URL) ? postgresqlGuards() : await sqliteGuards();
  for (const statement of guards.off) await db().$executeRawUnsafe(statement);
  try {
    await work();
  } finally {
    for (const statement of guards.on) await db().$executeRawUnsafe(statement);
  }
}

function postgresqlGuards() {
  return {
    off: guarded.map((table) => `ALTER TABLE "${table}" DISABLE TRIGGER ALL`),
    on: guarded.map((table) => `ALTER TABLE "${table}" ENABLE TRIGGER ALL`),
  };
}

async function sqliteGuards() {
  const triggers = await db().$queryRaw<{ name: string; sql: string }[]>`
    SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`;
  return {
    off: ["PRAGMA foreign_keys = OFF", ...triggers.map(({ name }) => `DROP TRIGGER "${name}"`)],
    on: [...triggers.map(({ sql }) => sql), "PRAGMA foreign_keys = ON"],
  };
}
