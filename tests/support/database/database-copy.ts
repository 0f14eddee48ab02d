import { randomUUID } from "node:crypto";
import { chownSync, copyFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { isPostgresql } from "~/platform/db/client.server";

/** Backs up a database that no one is writing to; the returned function restores it. */
export async function takeBackup(databaseUrl: string): Promise<() => Promise<void>> {
  if (!isPostgresql(databaseUrl)) return backUpFile(databaseUrl.slice("file:".length));
  const backup = `backup_${randomUUID().replaceAll("-", "")}`;
  await copyDatabase(databaseUrl, backup);
  return async () => {
    const name = nameOf(databaseUrl);
    await onServer(databaseUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    await onServer(databaseUrl, `ALTER DATABASE "${backup}" RENAME TO "${name}"`);
  };
}

function backUpFile(file: string): () => Promise<void> {
  const backup = `${file}.${randomUUID()}`;
  const open = new Sqlite(file);
  open.prepare("VACUUM INTO ?").run(backup);
  open.close();
  return async () => {
    for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
    copyFileSync(backup, file);
  };
}

/** Makes a fresh copy of the database on another filesystem. Returns its URL. */
export async function copyTo(
  databaseUrl: string,
  folder: string,
): Promise<{ url: string; remove: () => Promise<void> }> {
  if (!isPostgresql(databaseUrl)) {
    const file = join(folder, "shop.sqlite");
    copyFileSync(databaseUrl.slice("file:".length), file);
    return { url: `file:${file}`, remove: async () => undefined };
  }
  // The server's files belong to its own user.
  const [{ data_directory = "" } = {}] = (await onServer(databaseUrl, "SHOW data_directory")) as {
    data_directory?: string;
  }[];
  const { uid, gid } = statSync(data_directory);
  chownSync(folder, uid, gid);
  const name = `small_${randomUUID().replaceAll("-", "")}`;
  await onServer(databaseUrl, `CREATE TABLESPACE "${name}" LOCATION '${folder}'`);
  await copyDatabase(databaseUrl, name, `TABLESPACE "${name}"`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const remove = async () => {
    await onServer(databaseUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    await onServer(databaseUrl, `DROP TABLESPACE "${name}"`);
  };
  return { url: url.href, remove };
}

async function copyDatabase(databaseUrl: string, name: string, where = ""): Promise<void> {
  await onServer(
    databaseUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${nameOf(databaseUrl)}'`,
  );
  await onServer(
    databaseUrl,
    `CREATE DATABASE "${name}" TEMPLATE "${nameOf(databaseUrl)}" STRATEGY FILE_COPY ${where}`,
  );
}

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1);

async function onServer(databaseUrl: string, statement: string): Promise<unknown[]> {
  const server = new URL(databaseUrl);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
