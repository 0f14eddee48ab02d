import { writeAudit } from "~/audit/audit.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

type Change = { orderId: OrderId; enrolmentId: EnrollmentId; ends: boolean; by: string };

/** Ends a unit's access to its course, or gives it back, apart from any refund: what was refunded in Stripe's dashboard says nothing
 *  about it, and a refund that failed leaves it ended. What is as wished already stays; a certificate outlives it. Throws a 404 where
 *  the order has no such unit. */
export async function changeAccess({ orderId, enrolmentId, ends, by }: Change): Promise<void> {
  const where = { id: enrolmentId, orderId };
  if ((await db().enrolment.count({ where })) === 0) throw new Response("There is no such unit.", { status: 404 });
  await transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const at = await databaseNow(tx);
    const { count } = await tx.enrolment.updateMany({
      where: { ...where, withdrawnAt: ends ? null : { not: null } },
      data: { withdrawnAt: ends ? at : null },
    });
    if (count === 0) return;
    const action = ends ? "access.ended" : "access.restored";
    await writeAudit(tx, { actor: by, action, subject: `order:${orderId}`, after: { enrolment: enrolmentId }, at });
  });
}
