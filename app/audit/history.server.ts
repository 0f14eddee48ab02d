import { db } from "~/platform/db/client.server";

/** The latest 20 audit entries of one subject, newest first. */
export function readHistory(subject: string) {
  return db().auditEntry.findMany({ where: { subject }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 20 });
}
export type AuditRow = Awaited<ReturnType<typeof readHistory>>[number];
