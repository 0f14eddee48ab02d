import { issueCertificate } from "~/certificates/certificates.server";
import { CourseId, EnrollmentId, OrderId, OrderLineId, PostTestId } from "~/core/ids";
import { createEnrollments } from "~/learning/enrollment/create.server";
import { confirmLearner, readConfirmation } from "~/learning/participant/confirm.server";
import { submitAttempt } from "~/learning/post-test/attempts.server";
import { Questions } from "~/learning/post-test/grading";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";

export const courseId = CourseId.parse("managing-dose-in-fluoroscopy");

type Line = { quantity: number; format?: "ebook" | "test_only" };

/** Creates a paid, fulfilled order for the course, each line in a different format. Returns the enrollments' ids. */
export async function buy(lines: Line[], buyer = { name: "Buyer", email: `${newSecret()}@example.com` }) {
  const orderId = OrderId.parse(newSecret());
  const at = new Date();
  const last = await db().order.aggregate({ _max: { number: true } });
  await db().order.create({
    data: {
      id: orderId,
      number: (last._max.number ?? 1000) + 1,
      state: "paid",
      fingerprint: orderId,
      email: buyer.email,
      customerKey: buyer.email.toLowerCase(),
      certificateName: buyer.name,
      itemsCents: 0,
      shippingCents: 0,
      totalCents: 0,
      createdAt: at,
      endsAt: at,
      paidAt: at,
      idempotencyKey: orderId,
      lines: {
        create: lines.map(({ quantity, format = "ebook" }, position) => ({
          id: `${orderId}.${position}`,
          position,
          courseFormatId: `${courseId}.${format}`,
          title: "Managing Dose in Fluoroscopy",
          format,
          quantity,
          totalCents: 0,
        })),
      },
    },
  });
  const approval = await db().approval.findFirstOrThrow({ where: { courseId } });
  const course = { id: courseId };
  const ids = await transaction(async (tx) => {
    const all: EnrollmentId[] = [];
    for (const [position, { quantity }] of lines.entries()) {
      const orderLine = { id: OrderLineId.parse(`${orderId}.${position}`), quantity };
      // The order's first unit of the course is the buyer's.
      const people = position === 0 ? [{ ...buyer, mustConfirm: false }] : [];
      all.push(...(await createEnrollments(tx, { orderId, orderLine, course, approvalId: approval.id, people, at })));
    }
    return all;
  });
  return { orderId, ids, first: ids[0] ?? none, second: ids[1] ?? none, approval };
}

const none = EnrollmentId.parse("none");
const postTestId = PostTestId.parse(`${courseId}.1`);
const questions = Questions.parse((await db().postTest.findUniqueOrThrow({ where: { id: postTestId } })).questions);
export const right = questions.map(({ correct }) => correct);
export const wrong = questions.map(({ correct }) => (correct + 1) % 4);

/** The learner confirms, as with the link in their letter. */
export async function confirm(id: string): Promise<void> {
  const enrollmentId = EnrollmentId.parse(id);
  const { seen } = await readConfirmation(enrollmentId);
  await confirmLearner(enrollmentId, seen);
}

/** Submits an attempt, with every answer wrong by default. */
export function take(enrollmentId: string, number: number, answers = wrong, at?: Date) {
  return submitAttempt(
    { enrollmentId: EnrollmentId.parse(enrollmentId), number, postTestId, answers },
    issueCertificate,
    at,
  );
}
