import { customerKeyOf } from "~/core/email";
import type { EnrollmentId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { readEnrollment } from "../enrollment/read.server";
import { isSamePerson, type Participant } from "./participant";

export type NamingProblem =
  | { kind: "closed" }
  /** The certificate has been issued and can't change. */
  | { kind: "certified" }
  /** Someone else already took the test; the certificate will be theirs. */
  | { kind: "another-person"; name: string }
  /** EDUCATION 9 */
  | { kind: "already-credited" };

/** Names an enrollment's learner, or corrects the spelling. Throws a 404 if there is none. */
export async function nameParticipant(
  enrollmentId: EnrollmentId,
  participant: Participant,
): Promise<Result<void, NamingProblem>> {
  const enrollment = await readEnrollment(enrollmentId);
  if (enrollment.standing.kind === "passed") return failed({ kind: "certified" });
  if (enrollment.standing.kind === "closed") return failed({ kind: "closed" });
  const before = enrollment.participant;
  if (enrollment.attemptsUsed > 0 && before && !isSamePerson(before, participant))
    return failed({ kind: "another-person", name: before.name });

  const participantKey = customerKeyOf(participant.email);
  const credited = await db().certificate.count({ where: { participantKey, courseId: enrollment.courseId } });
  if (credited > 0) return failed({ kind: "already-credited" });

  // Guarded by the checked values: if an attempt or another name came in between, check again.
  const { count } = await db().enrollment.updateMany({
    where: {
      id: enrollmentId,
      passedAt: null,
      withdrawnAt: null,
      attemptsUsed: enrollment.attemptsUsed,
      participantName: before?.name ?? null,
      participantEmail: before?.email ?? null,
    },
    data: { participantName: participant.name, participantEmail: participant.email, participantKey },
  });
  return count === 1 ? ok(undefined) : nameParticipant(enrollmentId, participant);
}
