import { approvalState } from "~/catalog/read/approval-state";
import { hasReading } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import { customerKeyOf } from "~/core/email";
import {
  type ApprovalId,
  type CourseId,
  type CustomerKey,
  EnrollmentId,
  type OrderId,
  type OrderLineId,
} from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db, type Queries } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { readShop } from "~/shop/shop.server";
import { learningPath } from "./links.server";
import { type Standing, standingOf } from "./standing";

type NewEnrolments = {
  orderId: OrderId;
  orderLine: { id: OrderLineId; quantity: number };
  course: { id: CourseId };
  approvalId: ApprovalId;
  /** Who learns with the line's first units, in their order; further units wait until somebody says who. */
  people: { name: string; email: string }[];
  at: Date;
};

/** One enrolment for each unit of a paid order line, inside the transaction that fulfils it. Throws where the line already has
 *  its enrolments: fulfilling twice is the caller's to prevent. Returns their ids in the order of the units. */
export async function createEnrolments(tx: Queries, facts: NewEnrolments): Promise<EnrollmentId[]> {
  const { orderId, orderLine, course, approvalId, people, at } = facts;
  const rows = Array.from({ length: orderLine.quantity }, (_, index) => ({
    id: EnrollmentId.parse(newSecret()),
    orderId,
    orderLineId: orderLine.id,
    unit: index + 1,
    courseId: course.id,
    approvalId,
    createdAt: at,
    ...participantOf(people[index]),
  }));
  await tx.enrolment.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

function participantOf(person: NewEnrolments["people"][number] | undefined) {
  if (!person) return {};
  const { name, email } = person;
  return { participantName: name, participantEmail: email, participantKey: customerKeyOf(email) };
}

/** What the learning pages and the rules read of an enrolment; without the text and without the questions. */
const facts = {
  order: { select: { state: true, number: true } },
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
  const rows = await db().enrolment.findMany({
    where,
    include: facts,
    orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
  });
  const keys = rows.flatMap(({ participantKey }) => participantKey ?? []);
  const credited = await db().certificate.findMany({
    where: { participantKey: { in: keys }, courseId: { in: rows.map(({ courseId }) => courseId) } },
    select: { participantKey: true, courseId: true, enrolmentId: true },
  });
  return rows.map((row) => ({
    ...row,
    isCreditedElsewhere: credited.some(
      (other) =>
        other.enrolmentId !== row.id && other.participantKey === row.participantKey && other.courseId === row.courseId,
    ),
  }));
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

/** `today` is the store's own day: EDUCATION 8. */
function judge(row: Row, at: Date, timeZone: string) {
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
    approval: {
      referenceNumber: approval.referenceNumber,
      approver: approval.approver,
      category: approval.category,
      credits: approval.creditsHundredths,
      endsOn: approval.endsOn,
    },
    /** Only while the approval's end is near. */
    daysLeft: state === "ends-soon" ? daysLeft : undefined,
    postTestId: row.course.postTests[0]?.id,
    attemptsUsed,
    attempts: row.attempts.sort((a, b) => a.number - b.number),
    passedOn: row.passedAt ? dayIn(row.passedAt, timeZone) : undefined,
    certificateNumber: row.certificate?.number,
    standing,
  };
}

export type Enrolment = ReturnType<typeof judge>;

/** Throws a 404 where there is none. */
export async function readEnrolment(id: EnrollmentId, at = now()): Promise<Enrolment> {
  const [row] = await findRows({ id });
  if (!row) throw new Response("This course is no longer available. Open it from your order page.", { status: 404 });
  return judge(row, at, (await readShop()).timeZone);
}

/** For the order page: every unit with who learns, where they stand and the ways to it. */
export async function enrolmentsOfOrder(orderId: OrderId, at = now()) {
  return listEntries({ orderId }, at);
}

/** All that somebody learns, whoever bought it, newest first. `participantKey` is their normalised e-mail. */
export async function enrolmentsOfParticipant(participantKey: CustomerKey, at = now()) {
  const entries = await listEntries({ participantKey }, at);
  return entries.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

async function listEntries(where: Parameters<typeof findRows>[0], at: Date) {
  const { timeZone } = await readShop();
  const rows = await findRows(where);
  return rows.map((row) => {
    const enrolment = judge(row, at, timeZone);
    const { id, unit, courseTitle, format, participant, standing, daysLeft, approval, passedOn } = enrolment;
    return {
      ...{ id, orderLineId: row.orderLineId, unit, createdAt: row.createdAt },
      ...{ courseTitle, format, participant, standing, daysLeft, passedOn },
      approvalEndsOn: approval.endsOn,
      credits: approval.credits,
      certificateNumber: enrolment.certificateNumber,
      path: learningPath(id),
      readPath: enrolment.hasReading && isReadable(standing) ? learningPath(id, "learningRead") : undefined,
      certificatePath: enrolment.certificateNumber ? learningPath(id, "learningCertificate") : undefined,
    };
  });
}

function isReadable({ kind }: Standing): boolean {
  return kind !== "closed" && kind !== "sample";
}
