import { customerKeyOf } from "~/core/email";
import type { EnrollmentId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { readEnrolment } from "./enrolments.server";
import { isSamePerson, type Participant } from "./participant";

export type NamingProblem =
  | { kind: "closed" }
  /** The certificate is issued; what it says is frozen. */
  | { kind: "certified" }
  /** Somebody already took the test: the certificate will be theirs. */
  | { kind: "another-person"; name: string }
  /** EDUCATION 9 */
  | { kind: "already-credited" };

/** Says who learns with an enrolment, or corrects how their name is written. Throws a 404 where there is none. */
export async function nameParticipant(
  enrolmentId: EnrollmentId,
  participant: Participant,
): Promise<Result<void, NamingProblem>> {
  const enrolment = await readEnrolment(enrolmentId);
  if (enrolment.standing.kind === "passed") return failed({ kind: "certified" });
  if (enrolment.standing.kind === "closed") return failed({ kind: "closed" });
  const before = enrolment.participant;
  if (enrolment.attemptsUsed > 0 && before && !isSamePerson(before, participant))
    return failed({ kind: "another-person", name: before.name });

  const participantKey = customerKeyOf(participant.email);
  const credited = await db().certificate.count({ where: { participantKey, courseId: enrolment.courseId } });
  if (credited > 0) return failed({ kind: "already-credited" });

  // Guarded by what was judged: an attempt or another name that came in between is judged afresh.
  const { count } = await db().enrolment.updateMany({
    where: {
      id: enrolmentId,
      passedAt: null,
      withdrawnAt: null,
      attemptsUsed: enrolment.attemptsUsed,
      participantName: before?.name ?? null,
      participantEmail: before?.email ?? null,
    },
    data: { participantName: participant.name, participantEmail: participant.email, participantKey },
  });
  return count === 1 ? ok(undefined) : nameParticipant(enrolmentId, participant);
}
