import { approvalState } from "~/catalog/read/approval-state";
import { hasReading } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import type { CustomerKey, EnrollmentId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { type Standing, standingOf } from "./standing";

/** What the learning pages and rules need of an enrollment, without text and questions. */
const facts = {
  order: { select: { state: true, number: true, customerKey: true } },
  orderLine: { select: { format: true } },
  approval: true,
  course: {
    select: {
      slug: true,
      title: true,
      subtitle: true,
      authors: true,
      postTests: { select: { id: true }, orderBy: { version: "desc" as const }, take: 1 },
    },
  },
  attempts: { select: { number: true, correct: true, questions: true, passed: true, submittedAt: true } },
  certificate: { select: { number: true } },
};

async function findRows(where: { id: EnrollmentId } | { orderId: OrderId } | { participantKey: CustomerKey }) {
  const rows = await db().enrollment.findMany({
    where,
    include: facts,
    orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
  });
  const keys = rows.flatMap(({ participantKey }) => participantKey ?? []);
  const credited = await db().certificate.findMany({
    where: { participantKey: { in: keys }, courseId: { in: rows.map(({ courseId }) => courseId) } },
    select: { participantKey: true, courseId: true, enrollmentId: true },
  });
  return rows.map((row) => ({
    ...row,
    isCreditedElsewhere: credited.some(
      (other) =>
        other.enrollmentId !== row.id && other.participantKey === row.participantKey && other.courseId === row.courseId,
    ),
  }));
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

/** `today` is the store's day (EDUCATION 8). */
function toEnrollment(row: Row, at: Date, timeZone: string) {
  const today = dayIn(at, timeZone);
  const { attemptsUsed, participantKey, approval, isCreditedElsewhere } = row;
  const standing: Standing = standingOf(
    {
      orderState: row.order.state,
      isWithdrawn: row.withdrawnAt !== null,
      participantKey,
      attemptsUsed,
      passed: row.passedAt !== null,
      hasTest: row.course.postTests.length > 0,
      approval,
      isCreditedElsewhere,
    },
    today,
  );
  const { state, daysLeft } = approvalState(approval, today);
  return {
    id: row.id,
    unit: row.unit,
    orderId: row.orderId,
    courseId: row.courseId,
    courseSlug: row.course.slug,
    courseTitle: row.course.title,
    courseSubtitle: row.course.subtitle,
    format: row.orderLine.format,
    hasReading: hasReading(row.orderLine.format),
    participant:
      row.participantName !== null && row.participantEmail !== null
        ? { name: row.participantName, email: row.participantEmail }
        : undefined,
    participantKey,
    buyerKey: row.order.customerKey,
    linkVersion: row.linkVersion,
    approval: {
      referenceNumber: approval.referenceNumber,
      approver: approval.approver,
      category: approval.category,
      credits: approval.creditsHundredths,
      endsOn: approval.endsOn,
    },
    /** Set only if the approval ends soon. */
    daysLeft: state === "ends-soon" ? daysLeft : undefined,
    postTestId: row.course.postTests[0]?.id,
    attemptsUsed,
    attempts: row.attempts.sort((a, b) => a.number - b.number),
    passedOn: row.passedAt ? dayIn(row.passedAt, timeZone) : undefined,
    certificateNumber: row.certificate?.number,
    standing,
  };
}

export type Enrollment = ReturnType<typeof toEnrollment>;

/** Throws a 404 if there is none. */
export async function readEnrollment(id: EnrollmentId, at = now()): Promise<Enrollment> {
  const [row] = await findRows({ id });
  if (!row) throw new Response("This course is no longer available. Open it from your order page.", { status: 404 });
  return toEnrollment(row, at, (await readShop()).timeZone);
}

/** The course's text. Throws a 404 if the purchase doesn't include it or the course is a sample. */
export async function readCourseText({ courseId, hasReading, standing }: Enrollment): Promise<string> {
  if (standing.kind === "closed") throw new Response("This course is closed.", { status: 404 });
  const course = hasReading ? await db().course.findUnique({ where: { id: courseId } }) : null;
  if (!course?.readingText) throw new Response("This purchase has nothing to read online.", { status: 404 });
  return course.readingText;
}

/** Every unit of an order with its learner and standing. */
export async function enrollmentsOfOrder(orderId: OrderId, at = now()) {
  return listUnits({ orderId }, at);
}

/** All of a learner's courses, no matter who bought them, newest first. */
export async function enrollmentsOfParticipant(participantKey: CustomerKey, at = now()) {
  const entries = await listUnits({ participantKey }, at);
  return entries.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

async function listUnits(where: Parameters<typeof findRows>[0], at: Date) {
  const { timeZone } = await readShop();
  const rows = await findRows(where);
  return rows.map((row) => {
    const enrollment = toEnrollment(row, at, timeZone);
    const { id, unit, courseTitle, format, participant, standing, daysLeft, approval, passedOn } = enrollment;
    return {
      ...{ id, orderLineId: row.orderLineId, unit, createdAt: row.createdAt },
      ...{ courseTitle, format, participant, standing, daysLeft, passedOn },
      approvalEndsOn: approval.endsOn,
      credits: approval.credits,
      certificateNumber: enrollment.certificateNumber,
      hasReading: enrollment.hasReading,
      participantKey: enrollment.participantKey,
      linkVersion: enrollment.linkVersion,
    };
  });
}
