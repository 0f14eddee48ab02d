import type { CourseId, CustomerKey, EnrollmentId, PostTestId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { type Enrollment, readEnrollment } from "../enrollment/read.server";
import { fulfilledStates, maximumAttempts, type Standing } from "../enrollment/standing";
import { type Answers, grade, Questions, StoredAnswers } from "./grading";

/** Data for the certificate, issued in the passing attempt's transaction. */
export type PassedAttempt = {
  enrollmentId: EnrollmentId;
  /** Null if the learner has not confirmed: a typed address is credited to nobody (EDUCATION 15). */
  participantKey: CustomerKey | null;
  courseId: CourseId;
  at: Date;
};

export type AttemptProblem =
  /** The test can't be taken now; the standing says why. */
  | { kind: "not-open"; standing: Standing }
  /** The test has changed since its page was opened. */
  | { kind: "changed" }
  /** Not the next attempt number. */
  | { kind: "out-of-turn" };

type Submission = { enrollmentId: EnrollmentId; number: number; postTestId: PostTestId; answers: Answers };

/** Grades an attempt and counts it once, even if sent repeatedly or from several tabs (SCENARIO 22): later calls get
 *  the first result. Passing and `certify`'s certificate are one transaction. Throws a 404 if there is no such
 *  enrollment, RangeError if the answers don't fit the test. */
export async function submitAttempt(
  submission: Submission,
  certify: (tx: Queries, passing: PassedAttempt) => Promise<void>,
  at = now(),
): Promise<Result<{ number: number }, AttemptProblem>> {
  const { enrollmentId, number } = submission;
  const enrollment = await readEnrollment(enrollmentId, at);
  if (number <= enrollment.attemptsUsed) return ok({ number });
  const { standing, participantKey, postTestId } = enrollment;
  if (standing.kind !== "open" || participantKey === null || postTestId === undefined)
    return failed({ kind: "not-open", standing });
  if (number !== enrollment.attemptsUsed + 1) return failed({ kind: "out-of-turn" });
  if (submission.postTestId !== postTestId) return failed({ kind: "changed" });

  const counted = await transaction((tx) =>
    countAttempt(tx, enrollment, participantKey, submission, certify, at),
  ).catch((error: unknown) => {
    // EDUCATION 9: the participant just got a certificate for this course from another enrollment.
    if (isDuplicateOf(error, "Certificate_participantKey_courseId_key")) return false;
    throw error;
  });
  if (counted) return ok({ number });

  const after = await readEnrollment(enrollmentId, at);
  if (number <= after.attemptsUsed) return ok({ number });
  if (after.standing.kind === "open") return failed({ kind: "out-of-turn" });
  return failed({ kind: "not-open", standing: after.standing });
}

async function countAttempt(
  tx: Queries,
  { id, orderId, courseId, attemptsUsed, participant }: Enrollment,
  participantKey: CustomerKey,
  { number, postTestId, answers }: Submission,
  certify: (tx: Queries, passing: PassedAttempt) => Promise<void>,
  at: Date,
): Promise<boolean> {
  // Serialize with a refund of the same order (EDUCATION 13).
  await lockOrder(tx, orderId);
  if ((await tx.order.count({ where: { id: orderId, state: { in: fulfilledStates } } })) === 0) return false;
  // EDUCATION 9: another unit of this order may just have been certified for the same address.
  const certified = { participantKey, courseId, orderId, certificate: { isNot: null } };
  if ((await tx.enrollment.count({ where: certified })) > 0) return false;
  const test = await tx.postTest.findUniqueOrThrow({ where: { id: postTestId } });
  const result = grade(Questions.parse(test.questions), answers);
  const { count } = await tx.enrollment.updateMany({
    // Certify exactly the name that was checked.
    where: {
      ...{ id, attemptsUsed, passedAt: null, withdrawnAt: null, participantKey, participantName: participant?.name },
      OR: [{ mustConfirm: false }, { confirmedAt: { not: null } }],
    },
    data: { attemptsUsed: number, passedAt: result.passed ? at : null },
  });
  if (count === 0) return false;
  await tx.attempt.create({ data: { enrollmentId: id, number, postTestId, answers, submittedAt: at, ...result } });
  const { confirmedAt } = await tx.enrollment.findUniqueOrThrow({ where: { id }, select: { confirmedAt: true } });
  const credited = confirmedAt === null ? null : participantKey;
  if (result.passed) await certify(tx, { enrollmentId: id, participantKey: credited, courseId, at });
  return true;
}

/** The newest test of an enrollment's course, with answers; undefined for a sample course. Never send it to a browser.
 *  */
export async function readPostTest(enrollment: Enrollment) {
  if (enrollment.postTestId === undefined) return undefined;
  const row = await db().postTest.findUniqueOrThrow({ where: { id: enrollment.postTestId } });
  return { id: row.id, questions: Questions.parse(row.questions) };
}

/** A stored attempt with its test. Throws a 404 if there is none. */
export async function readAttempt(enrollmentId: EnrollmentId, number: number) {
  const row =
    Number.isInteger(number) && number >= 1 && number <= maximumAttempts
      ? await db().attempt.findUnique({
          where: { enrollmentId_number: { enrollmentId, number } },
          include: { postTest: true },
        })
      : null;
  if (!row) throw new Response("Attempt not found. Open the test from your course page.", { status: 404 });
  const { correct, questions, passed, submittedAt } = row;
  return {
    number,
    correct,
    questions,
    passed,
    submittedAt,
    attemptsLeft: passed ? 0 : maximumAttempts - number,
    answers: StoredAnswers.parse(row.answers),
    test: Questions.parse(row.postTest.questions),
  };
}
