import type { Queries } from "~/platform/db/client.server";
import { currentRequestId } from "~/platform/log.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";

export type AuditRecord = {
  /** A staff member's e-mail, or another actor ("visitor", "sweep"). */
  actor: string;
  /** "<thing>.<what happened>", like "sale.revised". */
  action: string;
  /** "<thing>:<id>", like "promotion:iv-therapeutics-sale". */
  subject: string;
  /** Plain JSON without secrets; dates as ISO text. Absent if nothing existed before or exists after. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  at: Date;
};

/** PRICING 11, SECURITY 16.3: who, when, before, and after. Append-only, in the same transaction as the change, so neither
 *  exists without the other. */
export async function writeAudit(tx: Queries, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { ...record, requestId: currentRequestId() } });
}
