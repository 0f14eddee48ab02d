import type { Json } from "~/core/json";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";

/** What staff see of an entry. */
export const auditColumns = {
  ...{ id: true, at: true, actor: true, action: true, subject: true, before: true, after: true },
  ...{ network: true, device: true, erasedBy: true },
} as const satisfies Prisma.AuditEntrySelect;

/** The latest 20 audit entries of one subject, newest first. */
export function readHistory(subject: string) {
  return db().auditEntry.findMany({
    where: { subject },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
    select: auditColumns,
  });
}
export type AuditRow = Json<Awaited<ReturnType<typeof readHistory>>>[number];
