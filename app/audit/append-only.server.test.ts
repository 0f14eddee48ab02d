import { expect, test } from "vitest";
import { dayIn } from "~/core/dates";
import { cents } from "~/core/money";
import { paymentEntry } from "~/ledger/entries/entry";
import { postEntry } from "~/ledger/entries/post.server";
import { db, isPostgresql } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { env } from "~/platform/env.server";
import { appendOnly } from "../../tests/support/database/tamper";
import { createSampleOrder } from "../../tests/support/orders/sample-order";
import { writeAudit } from "./audit.server";

const record = { actor: "ines@example.com", action: "book.counted", subject: "book:x", at: new Date() };

async function writeRows(): Promise<void> {
  const orderId = await createSampleOrder({ email: `${Date.now()}@example.com`, state: "paid" });
  const at = new Date();
  await db().orderEvent.create({ data: { orderId, at, state: "paid", cause: "test" } });
  const parts = { items: cents(9950), shipping: cents(595), tax: cents(0) };
  await transaction((tx) => postEntry(tx, paymentEntry({ id: `ch_${orderId}`, orderId, at }, parts)));
  await writeAudit(db(), record);
}

/** Every row as it is, to see that nothing was changed. */
const rowsOf = (table: string) => db().$queryRawUnsafe<object[]>(`SELECT * FROM "${table}" ORDER BY 1, 2`);

const columns = {
  AuditEntry: ["actor", "subject"],
  AuditLink: ["hash", "entryId"],
  LedgerEntry: ["memo", "reference"],
  LedgerPosting: ["account", "account"],
  OrderEvent: ["cause", "detail"],
};

test.each(appendOnly)("SECURITY 32: the database refuses to change or remove a row of %s", async (table) => {
  await writeRows();
  const before = await rowsOf(table);
  expect(before.length).toBeGreaterThan(0);
  const statements = [
    ...columns[table].map((column) => `UPDATE "${table}" SET "${column}" = 'forged'`),
    `DELETE FROM "${table}"`,
    ...(isPostgresql(env().DATABASE_URL)
      ? [`TRUNCATE "${table}" CASCADE`]
      : [`INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`]),
  ];
  for (const statement of statements)
    await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(/is append-only|FOREIGN KEY/);
  expect(await rowsOf(table)).toEqual(before);
});

test("SECURITY 32: the end of the chain can’t be moved back, replaced, or removed", async () => {
  await writeAudit(db(), record);
  for (const statement of [
    `UPDATE "AuditHead" SET "seq" = 0, "hash" = ''`,
    `UPDATE "AuditHead" SET "hash" = 'forged'`,
    `DELETE FROM "AuditHead"`,
    ...(isPostgresql(env().DATABASE_URL) ? [`TRUNCATE "AuditHead"`] : []),
  ])
    await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(/only moves forward|is append-only/);
});

test("rows are still added", async () => {
  const before = await db().ledgerEntry.count({ where: { day: dayIn(new Date(), "America/Chicago") } });
  await writeRows();
  expect(await db().ledgerEntry.count({ where: { day: dayIn(new Date(), "America/Chicago") } })).toBe(before + 1);
});
