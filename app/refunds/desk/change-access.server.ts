import { writeAudit } from "~/audit/audit.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

type Change = { orderId: OrderId; enrollmentId: EnrollmentId; ends: boolean; by: string };

/** Ends or restores a unit's course access without a refund: a refund in Stripe's dashboard doesn't change access, and a failed
 *  refund leaves it ended. Does nothing if access is already right; a certificate stays valid. Throws a 404 if the order has no
 *  such unit. */
export async function changeAccess({ orderId, enrollmentId, ends, by }: Change): Promise<void> {
  const where = { id: enrollmentId, orderId };
  if ((await db().enrollment.count({ where })) === 0)
    throw new Response("We couldn’t find this unit.", { status: 404 });
  await transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const at = await databaseNow(tx);
    const { count } = await tx.enrollment.updateMany({
      where: { ...where, withdrawnAt: ends ? null : { not: null } },
      data: { withdrawnAt: ends ? at : null },
    });
    if (count === 0) return;
    const action = ends ? "access.ended" : "access.restored";
    await writeAudit(tx, { actor: by, action, subject: `order:${orderId}`, after: { enrollment: enrollmentId }, at });
  });
}
