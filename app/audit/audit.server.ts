import type { Row } from "~/platform/db/branded-rows";
import type { Queries } from "~/platform/db/client.server";
import { lockAudit } from "~/platform/db/locks.server";
import { beforeCommit, isTransaction, transaction } from "~/platform/db/transaction.server";
import { networkOf } from "~/platform/limits/network";
import { currentRequest } from "~/platform/log.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { newSecret } from "~/platform/secrets.server";
import { linksOf } from "./chain.server";
import { describeDevice } from "./device";

export type AuditRecord = {
  /** A staff member's e-mail, or another actor ("visitor", "sweep"). */
  actor: string;
  /** "<thing>.<what happened>", like "sale.revised". */
  action: string;
  /** "<thing>:<id>", like "promotion:iv-therapeutics-sale". Never erased, so without a customer's name or address. */
  subject: string;
  /** Plain JSON without secrets; dates as ISO text. Absent if nothing existed before or exists after. */
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  at: Date;
};

/** PRICING 11, SECURITY 16.3: who, when, from where, before, and after. In the same transaction as the change, so that neither
 *  exists without the other; linked to the entries before it right before the commit. */
export async function writeAudit(queries: Queries, record: AuditRecord): Promise<void> {
  if (isTransaction(queries)) await append(queries, record);
  else await transaction((tx) => append(tx, record));
}

/** Returns the new entry's id. */
export async function append(tx: Queries, record: AuditRecord): Promise<string> {
  const { requestId, clientAddress, userAgent } = currentRequest() ?? {};
  const entry = await tx.auditEntry.create({
    data: {
      ...record,
      requestId,
      network: clientAddress && networkOf(clientAddress).near,
      device: describeDevice(userAgent),
      actorSalt: newSecret(),
      originSalt: newSecret(),
      changeSalt: newSecret(),
    },
  });
  beforeCommit(tx, () => link(tx, entry));
  return entry.id;
}

async function link(tx: Queries, entry: Row<"AuditEntry">): Promise<void> {
  const head = await lockAudit(tx);
  // Entries from before the chain come first: `linkEarlierEntries` gets to this one.
  if (head.waiting > 0) await tx.auditHead.update({ where: { id: 1 }, data: { waiting: { increment: 1 } } });
  else await addLinks(tx, head, [entry]);
}

/** Adds the entries to the end of the chain. Needs `lockAudit`. */
export async function addLinks(
  tx: Queries,
  head: { seq: number; hash: string },
  entries: Row<"AuditEntry">[],
): Promise<void> {
  const links = linksOf(head, entries);
  const last = links.at(-1);
  if (!last) return;
  await tx.auditLink.createMany({ data: links });
  await tx.auditHead.update({ where: { id: 1 }, data: { seq: last.seq, hash: last.hash } });
}
