import { href, type Query } from "~/addresses/href";
import { auditRefusal } from "~/audit/refusal.server";
import { EnrollmentId } from "~/core/ids";
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

type Visit = { params: { enrollment?: string; signature?: string } };

/** The enrollment that a signed link opens. Throws a 404 for a forged signature, and the attempt is audited
 *  (SCENARIO 23). Required first in every learning and certificate route. */
export async function requireLearningLink({ params }: Visit): Promise<EnrollmentId> {
  const { enrollment = "", signature = "" } = params;
  if (isSignatureOf("learning", enrollment, signature)) return EnrollmentId.parse(enrollment);
  await auditRefusal({ action: "learning.refused", subject: `enrollment:${enrollment}` });
  throw new Response("This link is incomplete. Open it again from your order page.", { status: 404 });
}
