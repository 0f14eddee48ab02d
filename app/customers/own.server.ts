import { type CurrentCustomer, requireCustomer } from "~/accounts/customer-session.server";
import { writeAudit } from "~/audit/audit.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createNetworkLimit } from "~/platform/limits/rate-limit.server";
import { log } from "~/platform/log.server";

type Visit = { request: Request; context: { clientAddress: string } };

// Beyond this limit a customer's refusals are only logged, so a flood of guesses can't fill the audit.
const audited = createNetworkLimit("account-refusals-audited", 30, 3600);

/** SECURITY 8.2.2: the signed-in customer's own order. Another customer's order is a 404 like a nonexistent one, and
 *  the attempt is audited (SCENARIO 23). Required first in every account route that names an order. */
export async function requireOwnOrder(visit: Visit, orderId: OrderId): Promise<OrderId> {
  const customer = await requireCustomer(visit.request);
  const order = await db().order.findUnique({ where: { id: orderId }, select: { customerKey: true } });
  if (order?.customerKey !== customer.customerKey) throw await refusal(visit, customer, `order:${orderId}`);
  return orderId;
}

/** The same for the signed-in customer's own course, no matter who bought it. */
export async function requireOwnEnrollment(visit: Visit, enrollmentId: EnrollmentId): Promise<EnrollmentId> {
  const customer = await requireCustomer(visit.request);
  const enrollment = await db().enrollment.findUnique({
    where: { id: enrollmentId },
    select: { participantKey: true },
  });
  if (enrollment?.participantKey !== customer.customerKey)
    throw await refusal(visit, customer, `enrollment:${enrollmentId}`);
  return enrollmentId;
}

async function refusal({ context }: Visit, { email }: CurrentCustomer, subject: string): Promise<Response> {
  log.warn("account.refused");
  if ((await audited.use(context.clientAddress)) === 0)
    await writeAudit(db(), {
      actor: email,
      action: "account.refused",
      // PostgreSQL rejects text with a NUL, so the insert would fail and hide the refusal.
      subject: subject.slice(0, 80).replace(/\p{Cc}/gu, "\ufffd"),
      at: now(),
    });
  return new Response("Nothing here belongs to your e-mail address.", { status: 404 });
}
