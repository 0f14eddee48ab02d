import { db } from "~/platform/db.server";
import { readShop } from "~/shop/shop.server";
import { type AuditQuery, countPages } from "./list-query";

const perPage = 50;

/** A page of the audit, newest first; of a subject, or of all whose subject begins with the text. */
export async function readAuditPage({ subject, page }: AuditQuery) {
  const where = subject ? { subject: { startsWith: subject } } : {};
  const [shop, count, entries] = await Promise.all([
    readShop(),
    db().auditEntry.count({ where }),
    db().auditEntry.findMany({
      where,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ]);
  return { timeZone: shop.timeZone, count, pages: countPages(count, perPage), entries };
}

/** The latest entries of one subject, newest first. */
export function readHistory(subject: string) {
  return db().auditEntry.findMany({ where: { subject }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 20 });
}
export type AuditRow = Awaited<ReturnType<typeof readHistory>>[number];
