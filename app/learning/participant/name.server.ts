import { customerKeyOf } from "~/core/email";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { readEnrollment, type Viewer } from "../enrollment/read.server";
import { isSamePerson, type Participant } from "./participant";

export type NamingProblem =
  | { kind: "closed" }
  /** The certificate has been issued and can't change. */
  | { kind: "certified" }
  /** Someone else already took the test; the certificate will be theirs. */
  | { kind: "another-person"; name: string };

/** Names an enrollment's learner, or corrects the spelling. A new learner gets a letter with the course's link, unless it is its buyer's
 *  own; the links of a learner before stop working (SECURITY 45), which the value says. Any change must be confirmed (EDUCATION 15)
 *  unless the signed-in learner made it. Never says whether the learner has a certificate. Throws a 404 if there is none. */
export async function nameParticipant(
  enrollmentId: EnrollmentId,
  participant: Participant,
  { isLearner = false }: Viewer = {},
): Promise<Result<{ isRevoked: boolean }, NamingProblem>> {
  const enrollment = await readEnrollment(enrollmentId);
  if (enrollment.standing.kind === "passed") return failed({ kind: "certified" });
  if (enrollment.standing.kind === "closed") return failed({ kind: "closed" });
  const before = enrollment.participant;
  if (enrollment.attemptsUsed > 0 && before && !isSamePerson(before, participant))
    return failed({ kind: "another-person", name: before.name });

  const participantKey = customerKeyOf(participant.email);
  const isNew = participantKey !== enrollment.participantKey;
  const isRevoked = isNew && enrollment.participantKey !== null;
  const isBuyers = enrollment.buyerKeys.includes(participantKey);
  const mustConfirm = isNew ? !isBuyers : enrollment.mustConfirm;
  const isUnchanged = !isNew && (participant.name === before?.name || isLearner);
  const isNamed = await transaction(async (tx) => {
    // Guarded by the checked values: if an attempt or another name came in between, check again.
    const { count } = await tx.enrollment.updateMany({
      where: {
        id: enrollmentId,
        passedAt: null,
        withdrawnAt: null,
        attemptsUsed: enrollment.attemptsUsed,
        participantName: before?.name ?? null,
        participantEmail: before?.email ?? null,
      },
      data: {
        ...{ participantName: participant.name, participantEmail: participant.email, participantKey },
        linkVersion: { increment: isRevoked ? 1 : 0 },
        ...{ mustConfirm, confirmedAt: isUnchanged ? undefined : null },
      },
    });
    const mustConfirmAgain = mustConfirm && enrollment.isConfirmed && !isUnchanged;
    if (count === 1 && (isRevoked || (isNew && !isBuyers) || mustConfirmAgain))
      await queueAccess(tx, enrollment.orderId, participant.email);
    return count === 1;
  });
  return isNamed ? ok({ isRevoked }) : nameParticipant(enrollmentId, participant, { isLearner });
}

async function queueAccess(tx: Queries, orderId: OrderId, email: string): Promise<void> {
  await queueMail(tx, { kind: "access", payload: { orderId, email }, orderId, at: await databaseNow(tx) });
}
