import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { db, isPostgresql } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import type { Movement } from "./movement";
import { postMovements } from "./movements.server";

const onSqlite = `
  const { workerData } = require("node:worker_threads");
  const Database = require("better-sqlite3");
  const file = new Database(workerData.slice("file:".length), { timeout: 15000 });
  for (;;) file.exec('UPDATE "Stock" SET "taken" = "taken"');`;
const onPostgresql = `
  const { workerData } = require("node:worker_threads");
  const { Client } = require("pg");
  const client = new Client({ connectionString: workerData });
  client.connect().then(async () => { for (;;) await client.query('UPDATE "Stock" SET "taken" = "taken"'); });`;

const payout = (_: unknown, index: number): Movement => ({
  ...{
    id: `txn_busy${index}`,
    at: new Date(),
    category: "payout",
    currency: "usd",
    amount: cents(-500),
    fee: cents(0),
  },
  ...{ description: "", source: { id: `po_busy${index}` } },
});

test("movements without an order are posted even while another process keeps writing", async () => {
  const url = env().DATABASE_URL;
  const other = new Worker(isPostgresql(url) ? onPostgresql : onSqlite, { eval: true, workerData: url });
  await once(other, "online");
  const waiting = await postMovements(Array.from({ length: 30 }, payout));
  await other.terminate();
  expect([...waiting]).toEqual([]);
  expect(await db().ledgerEntry.count({ where: { reference: { startsWith: "payout:po_busy" } } })).toBe(30);
});
