import { href, type Query } from "~/addresses/href";
import { writeAudit } from "~/audit/audit.server";
import { EnrollmentId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { log } from "~/platform/log.server";
import { isSignatureOf, signatureOf } from "~/platform/secrets.server";

type LearningPage =
  | "learning"
  | "learningRead"
  | "learningTest"
  | "learningCertificate"
  | "learningCertificatePdf"
  | "learningReminders";

/** The signed path of an enrollment's pages; anyone with the link acts as the learner. */
export function learningPath(enrollmentId: EnrollmentId, page: LearningPage = "learning", query?: Query): string {
  return href(page, { enrollment: enrollmentId, signature: signatureOf("learning", enrollmentId) }, query);
}

/** The signed path of an attempt's result. */
export function attemptPath(enrollmentId: EnrollmentId, number: number): string {
  const signature = signatureOf("learning", enrollmentId);
  return href("learningAttempt", { enrollment: enrollmentId, signature, number });
}

type Visit = {
  params: { enrollment?: string; signature?: string };
  context: { clientAddress: string };
};

// Beyond this limit a visitor's refusals are only logged, so a flood of guesses can't fill the audit.
const audited = createRateLimit(30, 3600);

/** The enrollment that a signed link opens. Throws a 404 for a forged signature, and the attempt is audited
 *  (SCENARIO 23). Required first in every learning and certificate route. */
export async function requireLearningLink({ params, context }: Visit): Promise<EnrollmentId> {
  const { enrollment = "", signature = "" } = params;
  if (isSignatureOf("learning", enrollment, signature)) return EnrollmentId.parse(enrollment);
  log.warn("learning.refused");
  if ((await audited.use(context.clientAddress)) === 0)
    await writeAudit(db(), {
      actor: "visitor",
      action: "learning.refused",
      // PostgreSQL rejects text with a NUL, so the insert would fail and hide the refusal.
      subject: `enrollment:${enrollment.slice(0, 64).replace(/\p{Cc}/gu, "\ufffd")}`,
      at: now(),
    });
  throw new Response("This link is incomplete. Open it again from your order page.", { status: 404 });
}
