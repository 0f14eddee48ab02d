import { createEnrolments } from "~/learning/enrolments.server";
import type { Queries } from "~/platform/db.server";

/** Gives every unit of a paid order its enrolment, under the approval that is in force at the time of payment. */
export async function enrolBuyer(tx: Queries, orderId: string, at: Date): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: {
        orderBy: { position: "asc" },
        include: {
          courseFormat: {
            include: { course: { include: { approvals: { orderBy: { endsOn: "desc" }, take: 1 } } } },
          },
        },
      },
    },
  });
  for (const { id, quantity, courseFormat } of order.lines) {
    const { course } = courseFormat;
    const approval = course.approvals[0];
    if (!approval) throw new Error(`${course.slug} was sold without an approval`);
    await createEnrolments(tx, {
      orderId,
      orderLine: { id, quantity },
      course: { id: course.id },
      approvalId: approval.id,
      buyer: { name: order.certificateName, email: order.email },
      at,
    });
  }
}
