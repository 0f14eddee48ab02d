import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { isPostgresql, sqliteFile } from "./client.server";
import { createPrivate } from "./private-file.server";

/** Prisma's own migration table, so its CLI and this runner are interchangeable. */
const bookkeeping = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`,
};
const appliedNames = `SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string };

/** The migrations under `prisma/<database>/migrations`, by name. */
export function readMigrations(databaseUrl: string, root = process.cwd()): Migration[] {
  const folder = join(root, "prisma", isPostgresql(databaseUrl) ? "postgresql" : "sqlite", "migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Applies missing migrations, each in its own transaction, one process at a time. Returns the applied names. */
export async function migrate(databaseUrl: string, root?: string): Promise<string[]> {
  const migrations = readMigrations(databaseUrl, root);
  return isPostgresql(databaseUrl)
    ? migratePostgresql(databaseUrl, migrations)
    : migrateSqlite(databaseUrl, migrations);
}

/** Names of the missing migrations; all of them if the database doesn't exist yet. */
export async function missingMigrations(databaseUrl: string, root?: string): Promise<string[]> {
  const migrations = readMigrations(databaseUrl, root);
  try {
    return missing(migrations, await readApplied(databaseUrl)).map((migration) => migration.name);
  } catch (error) {
    if (isUnmigrated(error)) return migrations.map((migration) => migration.name);
    throw error;
  }
}

function missing(migrations: Migration[], applied: Applied[]): Migration[] {
  const checksums = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  for (const { name, checksum } of migrations) {
    const known = checksums.get(name);
    if (known && known !== checksum)
      throw new Error(`Migration ${name} was changed after this database applied it. Restore the original file.`);
  }
  return migrations.filter((migration) => !checksums.has(migration.name));
}

async function readApplied(databaseUrl: string): Promise<Applied[]> {
  if (isPostgresql(databaseUrl))
    return withPostgresql(databaseUrl, async (client) => (await client.query(appliedNames)).rows);
  if (!existsSync(sqliteFile(databaseUrl))) return [];
  const file = new Sqlite(sqliteFile(databaseUrl), { readonly: true });
  try {
    return file.prepare<[], Applied>(appliedNames).all();
  } finally {
    file.close();
  }
}

/** The migration table is missing, on either database. */
function isUnmigrated(error: unknown): boolean {
  return error instanceof Error && (/no such table/.test(error.message) || ("code" in error && error.code === "42P01"));
}

function migrateSqlite(databaseUrl: string, migrations: Migration[]): string[] {
  mkdirSync(dirname(sqliteFile(databaseUrl)), { recursive: true, mode: 0o700 });
  createPrivate(sqliteFile(databaseUrl));
  const file = new Sqlite(sqliteFile(databaseUrl), { timeout: 30_000 });
  try {
    file.pragma("journal_mode = WAL");
    file.pragma("synchronous = FULL");
    // SQLite alters a table by rebuilding it, so foreign keys must not be enforced until it is done.
    file.pragma("foreign_keys = OFF");
    file.exec(bookkeeping.sqlite);
    const apply = file.transaction(() => {
      const todo = missing(migrations, file.prepare<[], Applied>(appliedNames).all());
      for (const { name, sql, checksum } of todo) {
        file.exec(sql);
        file
          .prepare(
            `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES (?, ?, ?, current_timestamp, 1)`,
          )
          .run(randomUUID(), checksum, name);
      }
      const broken = file.pragma("foreign_key_check") as { table: string }[];
      if (broken.length > 0) throw new Error(`The migrations would leave dangling references in ${broken[0]?.table}.`);
      return todo.map((migration) => migration.name);
    });
    return apply.immediate();
  } finally {
    file.close();
  }
}

async function migratePostgresql(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  return withPostgresql(databaseUrl, async (client) => {
    // Prisma's own advisory lock, which serializes its CLI and concurrent startups.
    await client.query("SELECT pg_advisory_lock(72707369)");
    await client.query(bookkeeping.postgresql);
    const todo = missing(migrations, (await client.query(appliedNames)).rows);
    for (const { name, sql, checksum } of todo) {
      await client.query("BEGIN");
      await client.query(sql);
      await client.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, now(), 1)`,
        [randomUUID(), checksum, name],
      );
      await client.query("COMMIT");
    }
    return todo.map((migration) => migration.name);
  });
}

async function withPostgresql<Value>(databaseUrl: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
