import { writeAudit } from "~/audit/audit.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { log } from "~/platform/log.server";

// Beyond this limit a visitor's refusals are only logged, so a flood of guesses can't fill the audit.
const audited = createRateLimit(30, 3600);

type Refused = { actor: string; action: string; subject: string; clientAddress: string };

/** SCENARIO 23: what belongs to somebody else is a 404 like what does not exist, and the attempt is audited. */
export async function refuse({ actor, action, subject, clientAddress }: Refused, message: string): Promise<Response> {
  log.warn(action);
  if ((await audited.use(clientAddress)) === 0)
    // PostgreSQL rejects text with a NUL, so the insert would fail and hide the refusal.
    await writeAudit(db(), { actor, action, subject: subject.slice(0, 80).replace(/\p{Cc}/gu, "\ufffd"), at: now() });
  return new Response(message, { status: 404 });
}

/** Whether the database can be asked for this id: PostgreSQL rejects a query with a NUL. */
export function isPlainId(id: string): boolean {
  return /^[^\p{Cc}]{1,100}$/u.test(id);
}
