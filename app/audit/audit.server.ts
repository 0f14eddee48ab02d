import type { Queries } from "~/platform/db/client.server";
import { currentRequestId } from "~/platform/log.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";

export type AuditRecord = {
  /** A staff member's e-mail, or what acts without one ("visitor", "sweep"). */
  actor: string;
  /** "<thing>.<what happened>", as in "sale.revised". */
  action: string;
  /** "<thing>:<id>", as in "promotion:iv-therapeutics-sale". */
  subject: string;
  /** Plain JSON without secrets; dates as ISO text. Absent where there was nothing before, or is nothing after. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  at: Date;
};

/** PRICING 11, SECURITY 16.3: who, when, before, after. Only ever appended, in the transaction of what it records, so
 *  that neither exists without the other. */
export async function writeAudit(tx: Queries, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { ...record, requestId: currentRequestId() } });
}
