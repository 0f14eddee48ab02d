// Writes into the audit from ten transactions at once, five times; as a process of its own too.
import { writeAudit } from "~/audit/audit.server";
import { closeDatabase, db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";

export async function writeAtOnce(): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, (_, writer) => writeAs(`writer${writer}`)));
}

async function writeAs(actor: string): Promise<void> {
  for (let round = 0; round < 5; round++)
    await transaction(async (tx) => {
      const record = { actor, action: "book.counted", at: new Date() };
      await writeAudit(tx, { ...record, subject: `book:${round}` });
      await writeAudit(tx, { ...record, subject: `book:${round}.again` });
    });
}

if (process.argv[1]?.endsWith("write-audit.ts")) {
  // Connected before it says so, so that both processes write at the same time.
  await db().auditHead.findFirst();
  process.stdout.write("ready\n");
  await writeAtOnce();
  await closeDatabase();
}
