import { createHash } from "node:crypto";
import type { Row } from "~/platform/db/branded-rows";

type Entry = Row<"AuditEntry">;
type Link = Row<"AuditLink">;
type Head = { seq: number; hash: string };

/** What may name a person. Each is erased as a whole, and enters the chain as a salted digest, which stays. */
export const auditParts = ["actor", "origin", "change"] as const;
export type AuditPart = (typeof auditParts)[number];

/** The links that continue the chain at `head`, for entries as the database returned them. */
export function linksOf(head: Head, entries: Entry[]): Link[] {
  let { seq, hash } = head;
  return entries.map((entry) => {
    seq += 1;
    const digests = {
      actorDigest: digestOf(entry, "actor"),
      originDigest: digestOf(entry, "origin"),
      changeDigest: digestOf(entry, "change"),
    };
    hash = hashOfLink(hash, entry, { seq, ...digests });
    return { seq, entryId: entry.id, ...digests, hash };
  });
}

/** SHA-256 of what the link stands for. The parts enter by their digests, so it can be checked after they are erased. */
export function hashOfLink(previousHash: string, entry: Entry, link: Omit<Link, "hash" | "entryId">): string {
  const { id, at, action, subject, requestId } = entry;
  const { seq, actorDigest, originDigest, changeDigest } = link;
  const digests = [actorDigest, originDigest, changeDigest];
  return sha256(["audit 1", previousHash, seq, id, at.toISOString(), action, subject, requestId, ...digests]);
}

export function digestOf(entry: Entry, part: AuditPart): string {
  return sha256([saltOf(entry, part), part, ...valuesOf(entry, part)]);
}

export function isErased(entry: Entry, part: AuditPart): boolean {
  return saltOf(entry, part) === null;
}

export const erasedActor = "erased";

/** Whether nothing is left of an erased part. */
export function isBlank(entry: Entry, part: AuditPart): boolean {
  return valuesOf(entry, part).every((value) => value === (part === "actor" ? erasedActor : null));
}

function saltOf({ actorSalt, originSalt, changeSalt }: Entry, part: AuditPart): string | null {
  return { actor: actorSalt, origin: originSalt, change: changeSalt }[part];
}

function valuesOf({ actor, network, device, before, after }: Entry, part: AuditPart): unknown[] {
  return { actor: [actor], origin: [network, device], change: [before, after] }[part];
}

/** Keys are sorted: PostgreSQL's `jsonb` has its own order. */
function sha256(values: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values, sortKeys)).digest("hex");
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
