import { currentApproval } from "~/catalog/approval-state";
import { dayIn } from "~/core/dates";
import { createEnrolments } from "~/learning/enrolments.server";
import type { Queries } from "~/platform/db.server";

/** Gives every unit of a paid order its enrolment, under the approval that is in force on the day of payment (EDUCATION 7). */
export async function enrolBuyer(tx: Queries, orderId: string, at: Date): Promise<void> {
  const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const today = dayIn(at, timeZone);
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: {
        orderBy: { position: "asc" },
        include: {
          courseFormat: {
            include: { course: { include: { approvals: true } } },
          },
        },
      },
    },
  });
  for (const { id, quantity, courseFormat } of order.lines) {
    const { course } = courseFormat;
    const approval = currentApproval(course.approvals, today);
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
