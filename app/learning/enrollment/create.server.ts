import { customerKeyOf } from "~/core/email";
import { type ApprovalId, type CourseId, EnrollmentId, type OrderId, type OrderLineId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";

type NewEnrollments = {
  orderId: OrderId;
  orderLine: { id: OrderLineId; quantity: number };
  course: { id: CourseId };
  approvalId: ApprovalId;
  /** Learners of the line's first units, in order; the other units stay unnamed. */
  people: { name: string; email: string; mustConfirm: boolean }[];
  at: Date;
};

/** Creates one enrollment per unit of a paid order line, in the fulfilling transaction. Throws if the line already has
 *  enrollments: the caller must not fulfill twice. Returns their ids in unit order. */
export async function createEnrollments(tx: Queries, facts: NewEnrollments): Promise<EnrollmentId[]> {
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
  await tx.enrollment.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

function participantOf(person: NewEnrollments["people"][number] | undefined) {
  if (!person) return {};
  const { name, email, mustConfirm } = person;
  return { participantName: name, participantEmail: email, participantKey: customerKeyOf(email), mustConfirm };
}
