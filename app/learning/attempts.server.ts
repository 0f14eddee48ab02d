import type { CourseId, CustomerKey, EnrollmentId, PostTestId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { type Enrolment, readEnrolment } from "./enrolments.server";
import { type Answers, grade, maximumAttempts, Questions, StoredAnswers } from "./post-test";
import { fulfilledStates, type Standing } from "./standing";

/** Somebody passed: what a certificate is made from, inside the transaction of the attempt. */
export type Passing = { enrolmentId: EnrollmentId; participantKey: CustomerKey; courseId: CourseId; at: Date };

export type AttemptProblem =
  /** No test may be taken now; the standing says why. */
  | { kind: "not-open"; standing: Standing }
  /** The test was changed since its page was opened. */
  | { kind: "changed" }
  /** An attempt number whose turn it is not. */
  | { kind: "out-of-turn" };

type Submission = { enrolmentId: EnrollmentId; number: number; postTestId: PostTestId; answers: Answers };

/** Grades an attempt and counts it once, however often and from however many tabs it comes (SCENARIO 22): who comes second
 *  gets the first one's result. Passing and `certify`'s certificate are one transaction. Throws a 404 where there is no
 *  such enrolment, RangeError on answers that do not fit the test. */
export async function submitAttempt(
  submission: Submission,
  certify: (tx: Queries, passing: Passing) => Promise<void>,
  at = now(),
): Promise<Result<{ number: number }, AttemptProblem>> {
  const { enrolmentId, number } = submission;
  const enrolment = await readEnrolment(enrolmentId, at);
  if (number <= enrolment.attemptsUsed) return ok({ number });
  const { standing, participantKey, postTestId } = enrolment;
  if (standing.kind !== "open" || participantKey === null || postTestId === undefined)
    return failed({ kind: "not-open", standing });
  if (number !== enrolment.attemptsUsed + 1) return failed({ kind: "out-of-turn" });
  if (submission.postTestId !== postTestId) return failed({ kind: "changed" });

  const counted = await transaction((tx) => countAttempt(tx, enrolment, participantKey, submission, certify, at)).catch(
    (error: unknown) => {
      // EDUCATION 9: the same participant was certified for the course from another enrolment meanwhile.
      if (isDuplicateOf(error, "Certificate_participantKey_courseId_key")) return false;
      throw error;
    },
  );
  if (counted) return ok({ number });

  const after = await readEnrolment(enrolmentId, at);
  if (number <= after.attemptsUsed) return ok({ number });
  if (after.standing.kind === "open") return failed({ kind: "out-of-turn" });
  return failed({ kind: "not-open", standing: after.standing });
}

async function countAttempt(
  tx: Queries,
  { id, orderId, courseId, attemptsUsed, participant }: Enrolment,
  participantKey: CustomerKey,
  { number, postTestId, answers }: Submission,
  certify: (tx: Queries, passing: Passing) => Promise<void>,
  at: Date,
): Promise<boolean> {
  // A refund of the same order and a certificate wait for each other (EDUCATION 13).
  await lockOrder(tx, orderId);
  if ((await tx.order.count({ where: { id: orderId, state: { in: fulfilledStates } } })) === 0) return false;
  const test = await tx.postTest.findUniqueOrThrow({ where: { id: postTestId } });
  const result = grade(Questions.parse(test.questions), answers);
  const { count } = await tx.enrolment.updateMany({
    // The name that was judged is the name that is certified.
    where: { id, attemptsUsed, passedAt: null, withdrawnAt: null, participantKey, participantName: participant?.name },
    data: { attemptsUsed: number, passedAt: result.passed ? at : null },
  });
  if (count === 0) return false;
  await tx.attempt.create({ data: { enrolmentId: id, number, postTestId, answers, submittedAt: at, ...result } });
  if (result.passed) await certify(tx, { enrolmentId: id, participantKey, courseId, at });
  return true;
}

/** The newest test of an enrolment's course with its answers; undefined for a sample course. Never send it as it is. */
export async function readPostTest(enrolment: Enrolment) {
  if (enrolment.postTestId === undefined) return undefined;
  const row = await db().postTest.findUniqueOrThrow({ where: { id: enrolment.postTestId } });
  return { id: row.id, questions: Questions.parse(row.questions) };
}

/** A stored attempt with the test that it answered. Throws a 404 where there is none. */
export async function readAttempt(enrolmentId: EnrollmentId, number: number) {
  const row =
    Number.isInteger(number) && number >= 1 && number <= maximumAttempts
      ? await db().attempt.findUnique({
          where: { enrolmentId_number: { enrolmentId, number } },
          include: { postTest: true },
        })
      : null;
  if (!row) throw new Response("There is no such attempt. Open the test from the course's page.", { status: 404 });
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
