import { z } from "zod";
import type { Row } from "~/platform/db/branded-rows";
import { db } from "~/platform/db/client.server";
import { auditParts, digestOf, hashOfLink, isBlank, isErased } from "./chain.server";
import { erasureAction } from "./erase.server";
import { isInRanges } from "./ranges";

const perPage = 1000;

export type AuditProof = {
  /** Entries that are right, from the first on. */
  checked: number;
  /** Of these, entries with an erased part. */
  erased: number;
  /** The hash of the last right entry; "" if there is none. */
  head: string;
  /** The number of the entry with the hash that was asked for. */
  foundAt?: number;
  broken?: { seq: number; entryId?: string; what: string };
  /** Entries from before the chain that are not linked yet. */
  waiting: number;
};

type Entry = Row<"AuditEntry">;
type Link = Row<"AuditLink">;

/** SECURITY 32: checks every link from the first on, and that nothing is outside of the chain. Stops at the first that is broken.
 *  Reads page by page, and the shop may go on writing. */
export async function proveAudit(wanted?: string): Promise<AuditProof> {
  const proof: AuditProof = { checked: 0, erased: 0, head: "", waiting: 0 };
  for (;;) {
    // Read before the page: what the head names then is in that page or an earlier one.
    const head = await db().auditHead.findUnique({ where: { id: 1 } });
    const links = await db().auditLink.findMany({
      ...{ where: { seq: { gt: proof.checked } }, orderBy: { seq: "asc" }, take: perPage },
    });
    if (links.length === 0) {
      const end = proof.checked;
      if (head?.seq !== end)
        return broken(proof, { seq: Math.min(end, head?.seq ?? 0) + 1, what: endText(end, head?.seq) });
      if (head.hash !== proof.head) return broken(proof, { seq: end, what: "The end of the chain has another hash." });
      return checkUnlinked({ ...proof, waiting: head.waiting });
    }
    const problem = await checkPage(proof, links, wanted);
    if (problem) return broken(proof, problem);
  }
}

function broken(proof: AuditProof, what: AuditProof["broken"]): AuditProof {
  return { ...proof, broken: what };
}

function endText(end: number, headSeq: number | undefined): string {
  if (headSeq === undefined) return "The record of where the chain ends is missing.";
  return headSeq > end
    ? "Entries at the end of the chain were removed."
    : "Entries were added by hand at the end of the chain.";
}

/** Moves the proof forward; answers what is broken. */
async function checkPage(proof: AuditProof, links: Link[], wanted?: string): Promise<AuditProof["broken"]> {
  const ids = links.map(({ entryId }) => entryId);
  const entries = new Map((await db().auditEntry.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]));
  const erasures = await readErasures([...entries.values()]);
  for (const link of links) {
    const seq = proof.checked + 1;
    if (link.seq !== seq) return { seq, what: "The entry was removed from the chain." };
    const entry = entries.get(link.entryId);
    if (!entry) return { seq, entryId: link.entryId, what: "The entry was removed." };
    const what = problemOf(entry, link, proof.head, erasures.get(entry.erasedBy ?? ""));
    if (what) return { seq, entryId: entry.id, what };
    proof.checked = seq;
    proof.head = link.hash;
    if (entry.erasedBy !== null) proof.erased += 1;
    if (link.hash === wanted) proof.foundAt = seq;
  }
  return undefined;
}

function problemOf(entry: Entry, link: Link, previousHash: string, erasure: Erasure | undefined): string | undefined {
  if (hashOfLink(previousHash, entry, link) !== link.hash)
    return "It was changed or moved: its time, action, subject, or place in the chain is not what was written.";
  for (const part of auditParts) {
    if (!isErased(entry, part)) {
      if (digestOf(entry, part) !== link[`${part}Digest`]) return `${partNames[part]} was changed.`;
    } else if (!isBlank(entry, part) || !erasure || erasure.seq <= link.seq || !isInRanges(link.seq, erasure[part]))
      return `${partNames[part]} is blank, but no later entry erased it.`;
  }
  return undefined;
}

const partNames = { actor: "Who did it", origin: "Where it came from", change: "What changed" };

const Named = z.array(z.string()).default([]);
const After = z.object({ actor: Named, origin: Named, change: Named });
type Erasure = z.infer<typeof After> & { seq: number };

/** What each of the entries that blanked these ones says it erased. */
async function readErasures(entries: Entry[]): Promise<Map<string, Erasure>> {
  const ids = [...new Set(entries.flatMap(({ erasedBy }) => erasedBy ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db().auditEntry.findMany({
    where: { id: { in: ids }, action: erasureAction },
    include: { link: true },
  });
  return new Map(
    rows.flatMap(({ id, after, link }) => {
      const named = After.safeParse(after);
      return link && named.success ? [[id, { ...named.data, seq: link.seq }] as const] : [];
    }),
  );
}

/** An entry that was inserted by hand has no link. */
async function checkUnlinked(proof: AuditProof): Promise<AuditProof> {
  if (proof.waiting > 0) return proof;
  const added = await db().auditEntry.findFirst({
    where: { link: null },
    orderBy: { at: "asc" },
    select: { id: true },
  });
  if (!added) return proof;
  return broken(proof, {
    seq: proof.checked + 1,
    entryId: added.id,
    what: "The entry was added outside of the chain.",
  });
}
