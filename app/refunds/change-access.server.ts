import { writeAudit } from "~/audit/audit.server";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

type Change = { orderId: OrderId; enrolmentId: EnrollmentId; ends: boolean; by: string };

/** Ends or restores a unit's course access without a refund: a refund in Stripe's dashboard doesn't change access, and a failed
 *  refund leaves it ended. Does nothing if access is already right; a certificate stays valid. Throws a 404 if the order has no
 *  such unit. */
export async function changeAccess({ orderId, enrolmentId, ends, by }: Change): Promise<void> {
  const where = { id: enrolmentId, orderId };
  if ((await db().enrolment.count({ where })) === 0) throw new Response("We couldn’t find this unit.", { status: 404 });
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
