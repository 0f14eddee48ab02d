import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { networkOf } from "~/platform/limits/network";
import { createRateLimit } from "~/platform/limits/rate-limit.server";
import { currentRequest, log } from "~/platform/log.server";
import { writeAudit } from "./audit.server";

// Beyond these limits refusals are only logged, so a flood can't fill the audit. Kinds are counted apart: a flood of one hides no
// other.
const perNetwork = createRateLimit("refusals-audited-of-network", 30, 60 * 60);
const perKind = createRateLimit("refusals-audited-of-kind", 300, 60 * 60);
const longestSubject = 80;

type Refusal = {
  /** An e-mail that is signed in, or a kind of visitor. */
  actor?: string;
  action: string;
  /** May hold what the visitor typed. */
  subject: string;
};

/** SECURITY 16.3, 26: records that something was refused. Outside of any transaction, since refusals are rolled back. */
export async function auditRefusal({ actor = "visitor", action, subject }: Refusal): Promise<void> {
  log.warn(action);
  const { near } = networkOf(currentRequest()?.clientAddress ?? "none");
  if ((await perNetwork.use(`${action} ${near}`)) > 0 || (await perKind.use(action)) > 0) return;
  // PostgreSQL rejects text with a NUL, so the insert would fail and hide the refusal.
  const printable = subject.slice(0, longestSubject).replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd");
  await writeAudit(db(), { actor, action, subject: printable, at: now() });
}
