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

/** The signed path of an enrolment's pages; whoever has the link is the learner. */
export function learningPath(enrolmentId: EnrollmentId, page: LearningPage = "learning", query?: Query): string {
  return href(page, { enrolment: enrolmentId, signature: signatureOf("learning", enrolmentId) }, query);
}

/** The signed path of an attempt's result. */
export function attemptPath(enrolmentId: EnrollmentId, number: number): string {
  const signature = signatureOf("learning", enrolmentId);
  return href("learningAttempt", { enrolment: enrolmentId, signature, number });
}

type Visit = {
  params: { enrolment?: string; signature?: string };
  context: { clientAddress: string };
};

// A flood of guesses must not fill the audit: beyond this a visitor's refusals are only logged.
const audited = createRateLimit(30, 3600);

/** The enrolment that a signed link opens. Throws a 404 where the signature is not ours: a guessed or edited address finds
 *  nothing, and the attempt is audited (SCENARIO 23). Every learning and certificate route begins with this. */
export async function requireLearningLink({ params, context }: Visit): Promise<EnrollmentId> {
  const { enrolment = "", signature = "" } = params;
  if (isSignatureOf("learning", enrolment, signature)) return EnrollmentId.parse(enrolment);
  log.warn("learning.refused");
  if ((await audited.use(context.clientAddress)) === 0)
    await writeAudit(db(), {
      actor: "visitor",
      action: "learning.refused",
      // PostgreSQL keeps no text with a NUL: the row would fail, and the refusal with it.
      subject: `enrolment:${enrolment.slice(0, 64).replace(/\p{Cc}/gu, "\ufffd")}`,
      at: now(),
    });
  throw new Response("This link is incomplete. Open it again from your order page.", { status: 404 });
}
