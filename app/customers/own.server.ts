import { type CurrentCustomer, requireCustomer } from "~/accounts/customer-session.server";
import { auditRefusal } from "~/audit/refusal.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";

type Visit = { request: Request };

/** SECURITY 8.2.2: the signed-in customer's own order. Another customer's order is a 404 like a nonexistent one, and
 *  the attempt is audited (SCENARIO 23). Required first in every account route that names an order. */
export async function requireOwnOrder(visit: Visit, orderId: OrderId): Promise<OrderId> {
  const customer = await requireCustomer(visit.request);
  const order = await db().order.findUnique({ where: { id: orderId }, select: { customerKey: true } });
  if (order?.customerKey !== customer.customerKey) throw await refusal(customer, `order:${orderId}`);
  return orderId;
}

/** The same for the signed-in customer's own course, no matter who bought it. */
export async function requireOwnEnrollment(visit: Visit, enrollmentId: EnrollmentId): Promise<EnrollmentId> {
  const customer = await requireCustomer(visit.request);
  const enrollment = await db().enrollment.findUnique({
    where: { id: enrollmentId },
    select: { participantKey: true },
  });
  if (enrollment?.participantKey !== customer.customerKey) throw await refusal(customer, `enrollment:${enrollmentId}`);
  return enrollmentId;
}

async function refusal({ email }: CurrentCustomer, subject: string): Promise<Response> {
  await auditRefusal({ actor: email, action: "account.refused", subject });
  return new Response("Nothing here belongs to your e-mail address.", { status: 404 });
}
