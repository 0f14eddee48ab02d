import { type CurrentCustomer, requireCustomer } from "~/accounts/customer-session.server";
import { auditRefusal } from "~/audit/refusal.server";
import type { CustomerKey, EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { isPlainId } from "./plain-id";

type Visit = { request: Request };

/** SECURITY 8.2.2: the signed-in customer of this order. Another customer's order is a 404 like a nonexistent one, and the
 *  attempt is audited. */
export async function requireOwnOrder(visit: Visit, orderId: OrderId): Promise<CurrentCustomer> {
  const customer = await requireCustomer(visit.request);
  const order = isPlainId(orderId)
    ? await db().order.findUnique({ where: { id: orderId }, select: { customerKey: true } })
    : null;
  if (order?.customerKey !== customer.customerKey) throw await refusal(customer, `order:${orderId}`);
  return customer;
}

/** The same for a course: its learner's, or its buyer's as long as it has no learner. With `orBuyer`, also its buyer's after that,
 *  to see and correct who the learner is. Answers whether the customer may learn here, and is the learner. */
export async function requireOwnEnrollment(
  visit: Visit,
  enrollmentId: EnrollmentId,
  { orBuyer = false }: { orBuyer?: boolean } = {},
): Promise<{ canLearn: boolean; isBuyer: boolean; isLearner: boolean }> {
  const customer = await requireCustomer(visit.request);
  const enrollment = isPlainId(enrollmentId)
    ? await db().enrollment.findUnique({
        where: { id: enrollmentId },
        select: { participantKey: true, order: { select: { customerKey: true } } },
      })
    : null;
  const isBuyer = enrollment?.order.customerKey === customer.customerKey;
  const canLearn = enrollment !== null && isLearnable(enrollment.participantKey, customer.customerKey, isBuyer);
  if (!canLearn && !(orBuyer && isBuyer)) throw await refusal(customer, `enrollment:${enrollmentId}`);
  return { canLearn, isBuyer, isLearner: enrollment?.participantKey === customer.customerKey };
}

/** Whether a customer may read and take the test: of a course of their own, or one they bought that has no learner yet. */
export function isLearnable(participantKey: string | null, customerKey: CustomerKey, isBuyer: boolean): boolean {
  return participantKey === null ? isBuyer : participantKey === customerKey;
}

async function refusal({ email }: CurrentCustomer, subject: string): Promise<Response> {
  await auditRefusal({ actor: email, action: "account.refused", subject });
  return new Response("Nothing here belongs to your e-mail address.", { status: 404 });
}
