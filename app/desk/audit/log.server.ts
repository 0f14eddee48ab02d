import { auditColumns } from "~/audit/history.server";
import { countPages } from "~/core/list-query";
import { db } from "~/platform/db/client.server";
import { describeAudited } from "~/promotions/desk/history.server";
import { readShop } from "~/shop/shop.server";
import type { AuditQuery } from "./query";

const perPage = 50;

/** A page of the audit log, newest first, optionally for subjects that start with the text. */
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
      select: auditColumns,
    }),
  ]);
  return { timeZone: shop.timeZone, count, pages: countPages(count, perPage), entries: await describeAudited(entries) };
}
