import type { Queries } from "~/platform/db/client.server";
import { lockAudit } from "~/platform/db/locks.server";
import { Prisma } from "~/platform/prisma/sqlite/client";
import { append } from "./audit.server";
import { type AuditPart, auditParts, erasedActor, isErased } from "./chain.server";
import { rangesOf } from "./ranges";

type Erasure = {
  entryIds: string[];
  /** Of each entry: who did it, from where, or what changed. Staff stay named where only the change is about a person. */
  parts: AuditPart[];
  reason: string;
  /** Who erases, and whose data: without the name or address that is being erased. */
  actor: string;
  subject: string;
  at: Date;
};

/** The action of an entry that erases; the database lets nothing else blank an entry, and never such a one. */
export const erasureAction = "audit.erased";

/** The only way to take personal data out of the audit. Blanks these parts for good and adds an entry that names them by the
 *  entries' numbers; the chain stays provable. Entries that erase others are left as they are. Call it last in a transaction, since it takes the audit's lock, for at
 *  most a few hundred entries. Returns how many were changed. */
export async function eraseFromAudit(tx: Queries, erasure: Erasure): Promise<number> {
  const { entryIds, parts, reason, actor, subject, at } = erasure;
  // One erasure at a time: each names what earlier ones took out of the same entries.
  await lockAudit(tx);
  const found = await tx.auditEntry.findMany({
    where: { id: { in: entryIds }, action: { not: erasureAction }, link: { isNot: null } },
    include: { link: true },
  });
  const entries = found.filter((entry) => parts.some((part) => !isErased(entry, part)));
  if (entries.length === 0) return 0;
  // Named with what was erased of the same entries earlier: an entry keeps only its latest erasure.
  const named = auditParts.map((part) => {
    const erased = entries.filter((entry) => parts.includes(part) || isErased(entry, part));
    return [part, rangesOf(erased.map(({ link }) => link?.seq ?? 0))] as const;
  });
  const after = { reason, ...Object.fromEntries(named.filter(([, ranges]) => ranges.length > 0)) };
  const erasedBy = await append(tx, { actor, action: erasureAction, subject, after, at });
  const { count } = await tx.auditEntry.updateMany({
    where: { id: { in: entries.map(({ id }) => id) } },
    data: Object.assign({ erasedBy }, ...parts.map((part) => blanks[part])),
  });
  return count;
}

const blanks: Record<AuditPart, Prisma.AuditEntryUpdateManyMutationInput> = {
  actor: { actor: erasedActor, actorSalt: null },
  origin: { network: null, device: null, originSalt: null },
  change: { before: Prisma.DbNull, after: Prisma.DbNull, changeSalt: null },
};
