import { readTitles } from "~/catalog/read/titles.server";
import { type AuditQuery, countPages } from "~/core/list-query";
import { db } from "~/platform/db.server";
import { describeCombination, describeTerms } from "~/promotions/kinds/describe-terms";
import { Terms } from "~/promotions/kinds/kinds";
import { readShop } from "~/shop/shop.server";

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
  return { timeZone: shop.timeZone, count, pages: countPages(count, perPage), entries: await withTerms(entries) };
}

/** The latest entries of one subject, newest first. */
export async function readHistory(subject: string) {
  return withTerms(
    await db().auditEntry.findMany({ where: { subject }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 20 }),
  );
}

/** Promotions' terms in words; as they are stored nobody could compare them. */
async function withTerms<Entry extends { before: unknown; after: unknown }>(entries: Entry[]): Promise<Entry[]> {
  const titleOf = await readTitles();
  const say = (value: unknown) => {
    if (typeof value !== "object" || value === null || !("terms" in value)) return value;
    const terms = Terms.safeParse(value.terms);
    if (!terms.success) return value;
    // Every course is named: one that took another's place in a long list must not stay hidden.
    const words = describeTerms(terms.data, titleOf, Number.POSITIVE_INFINITY);
    return { ...value, terms: words, company: describeCombination(terms.data) };
  };
  return entries.map((entry) => ({ ...entry, before: say(entry.before), after: say(entry.after) }));
}
export type AuditRow = Awaited<ReturnType<typeof readHistory>>[number];
