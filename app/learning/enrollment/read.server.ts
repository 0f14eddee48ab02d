import { approvalState } from "~/catalog/read/approval-state";
import { hasReading } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import { customerKeyOf } from "~/core/email";
import type { CustomerKey, EnrollmentId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { type Standing, standingOf } from "./standing";

/** What the learning pages and rules need of an enrollment, without text and questions. */
const facts = {
  order: { select: { state: true, number: true, customerKey: true, email: true } },
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
  const own = { participantKey: { in: keys } };
  const credited = await db().certificate.findMany({
    where: {
      courseId: { in: rows.map(({ courseId }) => courseId) },
      OR: [own, { enrollment: { ...own, orderId: { in: rows.map(({ orderId }) => orderId) } } }],
    },
    select: {
      ...{ participantKey: true, courseId: true, enrollmentId: true },
      enrollment: { select: { orderId: true, participantKey: true } },
    },
  });
  return rows.map((row) => {
    const others = credited.filter(
      ({ courseId, enrollmentId }) => courseId === row.courseId && enrollmentId !== row.id,
    );
    return {
      ...row,
      /** By a confirmed learner with this address, in any order. */
      isCredited: others.some(({ participantKey }) => participantKey === row.participantKey),
      /** In this order, by whoever typed the address. */
      isCreditedInOrder: others.some(
        ({ enrollment }) => enrollment.orderId === row.orderId && enrollment.participantKey === row.participantKey,
      ),
    };
  });
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

/** `isLearner`: shown to the signed-in owner of the learner's address, who counts as confirmed. */
export type Viewer = { isLearner?: boolean };

/** `today` is the store's day (EDUCATION 8). */
function toEnrollment(row: Row, at: Date, timeZone: string, { isLearner = false }: Viewer) {
  const today = dayIn(at, timeZone);
  const { attemptsUsed, participantKey, approval, mustConfirm } = row;
  const isConfirmed = row.confirmedAt !== null;
  const standing: Standing = standingOf(
    {
      orderState: row.order.state,
      isWithdrawn: row.withdrawnAt !== null,
      participantKey,
      isUnconfirmed: mustConfirm && !isConfirmed && !isLearner,
      attemptsUsed,
      passed: row.passedAt !== null,
      hasTest: row.course.postTests.length > 0,
      approval,
      isCreditedElsewhere: row.isCreditedInOrder || (row.isCredited && (isConfirmed || isLearner)),
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
    ...{ mustConfirm, isConfirmed },
    /** Of the buyer's account and of the address of the receipt. */
    buyerKeys: [row.order.customerKey, customerKeyOf(row.order.email)],
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
export async function readEnrollment(id: EnrollmentId, at = now(), viewer: Viewer = {}): Promise<Enrollment> {
  const [row] = await findRows({ id });
  if (!row) throw new Response("This course is no longer available. Open it from your order page.", { status: 404 });
  return toEnrollment(row, at, (await readShop()).timeZone, viewer);
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

/** All courses of a signed-in learner, no matter who bought them, newest first. */
export async function enrollmentsOfParticipant(participantKey: CustomerKey, at = now()) {
  const entries = await listUnits({ participantKey }, at, { isLearner: true });
  return entries.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

async function listUnits(where: Parameters<typeof findRows>[0], at: Date, viewer: Viewer = {}) {
  const { timeZone } = await readShop();
  const rows = await findRows(where);
  return rows.map((row) => {
    const enrollment = toEnrollment(row, at, timeZone, viewer);
    const { id, unit, courseTitle, format, participant, standing, daysLeft, approval, passedOn } = enrollment;
    return {
      ...{ id, orderLineId: row.orderLineId, unit, createdAt: row.createdAt },
      ...{ courseTitle, format, participant, standing, daysLeft, passedOn },
      approvalEndsOn: approval.endsOn,
      credits: approval.credits,
      certificateNumber: enrollment.certificateNumber,
      hasReading: enrollment.hasReading,
      participantKey: enrollment.participantKey,
      isAwaited: enrollment.mustConfirm && !enrollment.isConfirmed,
      linkVersion: enrollment.linkVersion,
    };
  });
}
