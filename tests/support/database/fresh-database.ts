import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "~/platform/db/client.server";
import { testEnvironment } from "../shop/environment";

// Every test file gets its own copy of the seeded template.
const templateUrl = inject("templateUrl");
const folder = mkdtempSync(join(tmpdir(), "collimator-test-"));
const copy = templateUrl.startsWith("file:") ? copyFile() : await copyDatabase();
Object.assign(process.env, testEnvironment, { DATABASE_URL: copy.url, MAIL: `file:${join(folder, "mail")}` });

afterAll(async () => {
  await closeDatabase();
  await copy.remove();
  rmSync(folder, { recursive: true, force: true });
});

function copyFile() {
  const file = join(folder, "shop.sqlite");
  copyFileSync(templateUrl.slice("file:".length), file);
  return { url: `file:${file}`, remove: async () => undefined };
}

async function copyDatabase() {
  const name = `shop_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  url.pathname = "/postgres";
  const server = url.href;
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
