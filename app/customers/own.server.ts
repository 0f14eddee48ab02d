import { type CurrentCustomer, requireCustomer } from "~/accounts/customer-session.server";
import { writeAudit } from "~/audit/audit.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { createRateLimit } from "~/platform/http/rate-limit.server";
import { log } from "~/platform/log.server";

type Visit = { request: Request; context: { clientAddress: string } };

// A flood of guesses must not fill the audit: beyond this a customer's refusals are only logged.
const audited = createRateLimit(30, 3600);

/** SECURITY 8.2.2: the order where it is the signed-in customer's. What is somebody else's is a 404 like what does not exist, and
 *  the attempt is audited (SCENARIO 23). Every address of the account that names an order begins with this. */
export async function requireOwnOrder(visit: Visit, orderId: OrderId): Promise<OrderId> {
  const customer = await requireCustomer(visit.request);
  const order = await db().order.findUnique({ where: { id: orderId }, select: { customerKey: true } });
  if (order?.customerKey !== customer.customerKey) throw await refusal(visit, customer, `order:${orderId}`);
  return orderId;
}

/** The same for a course that the signed-in customer learns, whoever bought it. */
export async function requireOwnEnrolment(visit: Visit, enrolmentId: EnrollmentId): Promise<EnrollmentId> {
  const customer = await requireCustomer(visit.request);
  const enrolment = await db().enrolment.findUnique({ where: { id: enrolmentId }, select: { participantKey: true } });
  if (enrolment?.participantKey !== customer.customerKey)
    throw await refusal(visit, customer, `enrolment:${enrolmentId}`);
  return enrolmentId;
}

async function refusal({ context }: Visit, { email }: CurrentCustomer, subject: string): Promise<Response> {
  log.warn("account.refused");
  if ((await audited.use(context.clientAddress)) === 0)
    await writeAudit(db(), {
      actor: email,
      action: "account.refused",
      // PostgreSQL keeps no text with a NUL: the row would fail, and the refusal with it.
      subject: subject.slice(0, 80).replace(/\p{Cc}/gu, "\ufffd"),
      at: now(),
    });
  return new Response("There is nothing here that belongs to your e-mail address.", { status: 404 });
}
