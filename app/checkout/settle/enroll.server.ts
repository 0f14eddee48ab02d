import { currentApproval } from "~/catalog/read/approval-state";
import { dayIn } from "~/core/dates";
import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";
import { createEnrollments } from "~/learning/enrollment/create.server";
import type { Queries } from "~/platform/db/client.server";
import { queueMail } from "~/platform/outbox.server";
import { learnersOf } from "./learners";

/** Creates an enrollment for every unit of a paid order, under the approval in force on the day of payment (EDUCATION 7), and
 *  e-mails the course link to every learner but the buyer, who gets the receipt. */
export async function enrollLearners(tx: Queries, orderId: OrderId, at: Date): Promise<void> {
  const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const today = dayIn(at, timeZone);
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      seats: { orderBy: { position: "asc" } },
      lines: {
        orderBy: { position: "asc" },
        include: { courseFormat: { include: { course: { include: { approvals: true } } } } },
      },
    },
  });
  const buyerKeys = [order.customerKey, customerKeyOf(order.email)];
  const learners = learnersOf(order).map((person) => ({
    ...person,
    // EDUCATION 15
    mustConfirm: !buyerKeys.includes(customerKeyOf(person.email)),
  }));
  const assigned = new Map<string, number>();
  for (const { id, quantity, courseFormat } of order.lines) {
    const { course } = courseFormat;
    const approval = currentApproval(course.approvals, today);
    if (!approval) throw new Error(`${course.slug} was sold without an approval`);
    // A course bought in two formats is credited once: its next unit goes to the next person (EDUCATION 9).
    const first = assigned.get(course.id) ?? 0;
    assigned.set(course.id, first + quantity);
    await createEnrollments(tx, {
      orderId,
      orderLine: { id, quantity },
      course: { id: course.id },
      approvalId: approval.id,
      people: learners.slice(first, first + quantity),
      at,
    });
  }
  const recipients = new Map(order.seats.map(({ email }) => [customerKeyOf(email), email]));
  recipients.delete(customerKeyOf(order.email));
  for (const email of recipients.values())
    await queueMail(tx, { kind: "access", payload: { orderId, email }, orderId, at });
}
