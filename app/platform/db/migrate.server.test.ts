import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { Terms } from "~/promotions/kinds/kinds";
import { isPostgresql } from "./client.server";
import { migrate, readMigrations } from "./migrate.server";

const folder = mkdtempSync(join(tmpdir(), "collimator-migrate-"));
const url = process.env.DATABASE_URL ?? "";
const name = `old_${randomUUID().replaceAll("-", "")}`;
const target = new URL(url.startsWith("file:") ? "file:///" : url);
target.pathname = `/${name}`;
const oldUrl = isPostgresql(url) ? target.href : `file:${join(folder, "old.sqlite")}`;

afterAll(async () => {
  if (isPostgresql(url)) await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`), url);
  rmSync(folder, { recursive: true, force: true });
});

async function onServer<Answer>(work: (client: pg.Client) => Promise<Answer>, address: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function run(statements: string): Promise<void> {
  if (isPostgresql(url)) await onServer((client) => client.query(statements), oldUrl);
  else new Sqlite(oldUrl.slice("file:".length)).exec(statements).close();
}

async function rows(query: string): Promise<Record<string, unknown>[]> {
  if (isPostgresql(url)) return onServer(async (client) => (await client.query(query)).rows, oldUrl);
  const file = new Sqlite(oldUrl.slice("file:".length));
  try {
    return file.prepare<[], Record<string, unknown>>(query).all();
  } finally {
    file.close();
  }
}

const at = "'2026-11-24T12:00:00.000Z'";
const terms = `'{"kind":"limited-sale","courseId":"iv","formats":["ebook"],"price":9950}'`;
const oldShop = `
  INSERT INTO "Shop" ("id", "mode", "name", "tagline", "sponsor", "signatoryName", "signatoryTitle", "address", "email", "phone", "timeZone", "shippingCents") VALUES (1, 'test', '', '', '', '', '', '[]', '', '', 'America/Chicago', 595);
  INSERT INTO "Course" ("id", "slug", "title", "summary", "objectives", "authors", "pageCount", "publishedOn") VALUES ('iv', 'iv', 'IV', '', '[]', '[]', 1, '2026-01-01');
  INSERT INTO "CourseFormat" ("id", "courseId", "format", "priceCents") VALUES ('iv.ebook', 'iv', 'ebook', 12900);
  INSERT INTO "Promotion" ("id", "name", "terms", "startsAt", "endsAt") VALUES ('sale', 'IV for $99.50', ${terms}, ${at}, '2027-11-24T12:00:00.000Z');
  INSERT INTO "PromotionVersion" ("promotionId", "version", "terms", "startsAt", "endsAt", "status", "createdAt") VALUES ('sale', 1, ${terms}, ${at}, ${at}, 'active', ${at});
  INSERT INTO "Order" ("id", "fingerprint", "email", "customerKey", "certificateName", "itemsCents", "shippingCents", "totalCents", "createdAt", "endsAt", "idempotencyKey") VALUES ('o', '', 'a@example.com', 'a@example.com', 'A', 32800, 0, 32800, ${at}, ${at}, 'k');
  INSERT INTO "Order" ("id", "state", "fingerprint", "email", "customerKey", "certificateName", "itemsCents", "shippingCents", "totalCents", "createdAt", "endsAt", "idempotencyKey") VALUES ('late', 'refunded', '', 'a@example.com', 'a@example.com', 'A', 1000, 595, 1595, ${at}, ${at}, 'late');
  INSERT INTO "Refund" ("id", "orderId", "amountCents", "reason", "state", "idempotencyKey", "createdAt") VALUES ('r', 'late', 1595, 'late', 'succeeded', 'r', ${at});
  INSERT INTO "OrderLine" ("id", "orderId", "position", "courseFormatId", "title", "format", "quantity", "totalCents") VALUES ('l', 'o', 0, 'iv.ebook', 'IV', 'ebook', 3, 32800);
  INSERT INTO "OrderPortion" ("orderLineId", "position", "quantity", "regularUnitPriceCents", "unitPriceCents", "totalCents", "promotionId", "promotionVersion") VALUES ('l', 0, 2, 12900, 9950, 19900, 'sale', 1), ('l', 1, 1, 12900, 12900, 12900, NULL, NULL);
  INSERT INTO "OutboxMessage" ("id", "kind", "payload", "createdAt", "nextAttemptAt") VALUES ('m', 'test-passed', '{"enrolmentId":"e"}', ${at}, ${at});
  INSERT INTO "AuditEntry" ("id", "at", "actor", "action", "subject") VALUES ('a', ${at}, 'visitor', 'learning.refused', 'enrolment:e');`;

test("PRICING 12: orders and promotions from the first version keep their explanations and amounts in later versions", async () => {
  if (isPostgresql(url)) await onServer((client) => client.query(`CREATE DATABASE ${name}`), url);
  const database = isPostgresql(url) ? "postgresql" : "sqlite";
  const opening = `prisma/${database}/migrations/20261124100000_opening`;
  cpSync(opening, join(folder, opening), { recursive: true });
  expect(await migrate(oldUrl, folder)).toEqual(["20261124100000_opening"]);
  await run(oldShop);
  const later = readMigrations(oldUrl).map((migration) => migration.name);
  expect(await migrate(oldUrl)).toEqual(later.slice(1));

  expect(await rows(`SELECT "position", "quantity", "totalCents" FROM "OrderPortion" ORDER BY "position"`)).toEqual([
    { position: 0, quantity: 2, totalCents: 19900 },
    { position: 1, quantity: 1, totalCents: 12900 },
  ]);
  expect(
    await rows(
      `SELECT "portionPosition", "promotionId", "promotionVersion", "name", "kind", "amountCents" FROM "OrderAdjustment"`,
    ),
  ).toEqual([
    {
      portionPosition: 0,
      promotionId: "sale",
      promotionVersion: 1,
      name: "IV for $99.50",
      kind: "limited-sale",
      amountCents: 5900,
    },
  ]);
  const wanted = Terms.parse({
    kind: "limited-sale",
    scope: { courseIds: ["iv"], formats: ["ebook"] },
    price: { kind: "price", cents: 9950 },
  });
  for (const table of ["Promotion", "PromotionVersion"]) {
    const [row] = await rows(`SELECT "terms" FROM "${table}"`);
    const stored = typeof row?.terms === "string" ? JSON.parse(row.terms) : row?.terms;
    expect(Terms.parse(stored)).toEqual(wanted);
  }

  // Earlier payments and refunds in the ledger; the flat shipping rate became a zone's.
  expect(
    await rows(`SELECT "id", "receivedCents", "refundedCents" FROM "Order" WHERE "totalCents" > 0 ORDER BY "id"`),
  ).toEqual([
    { id: "late", receivedCents: 1595, refundedCents: 1595 },
    { id: "o", receivedCents: 0, refundedCents: 0 },
  ]);
  expect(await rows(`SELECT "kind", "itemsCents", "shippingCents", "taxCents" FROM "Refund"`)).toEqual([
    { kind: "unfulfilled", itemsCents: 1000, shippingCents: 595, taxCents: 0 },
  ]);
  expect(await rows(`SELECT "upToGrams", "priceCents" FROM "ShippingRate"`)).toEqual([
    { upToGrams: 20000, priceCents: 595 },
  ]);

  // American spelling, in what was queued and in what the audit says as well.
  const [message] = await rows(`SELECT "payload" FROM "OutboxMessage"`);
  expect(typeof message?.payload === "string" ? JSON.parse(message.payload) : message?.payload).toEqual({
    enrollmentId: "e",
  });
  expect(await rows(`SELECT "subject" FROM "AuditEntry"`)).toEqual([{ subject: "enrollment:e" }]);

  // The audit from before the chain waits to be linked.
  expect(await rows(`SELECT "seq", "hash", "waiting" FROM "AuditHead"`)).toEqual([{ seq: 0, hash: "", waiting: 1 }]);
  const [{ actorSalt, originSalt, changeSalt } = {}] = await rows(`SELECT * FROM "AuditEntry"`);
  expect(new Set([actorSalt, originSalt, changeSalt]).size).toBe(3);
});
