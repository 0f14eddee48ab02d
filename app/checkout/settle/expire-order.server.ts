import type { OrderId } from "~/core/ids";
import { moveOrder } from "~/orders/move-order.server";
import { databaseNow, db, type Queries } from "~/platform/db.server";
import { releaseUnits } from "~/stock/take-units.server";

/** Ends an order that will not be paid and gives its units back, exactly once. Only where nobody can pay it any more. */
export async function expireOrder(orderId: OrderId, cause: string): Promise<boolean> {
  return db().$transaction((tx) => expireIn(tx, orderId, cause));
}

/** The same for an order that was given no payment page. False where it has one by now, on which it could be paid: that is
 *  closed first. */
export async function expireUnopened(orderId: OrderId, cause: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.order.updateMany({
      where: { id: orderId, stripeSessionId: null },
      data: { refundedCents: { increment: 0 } },
    });
    if (count === 0) return false;
    await expireIn(tx, orderId, cause);
    return true;
  });
}

async function expireIn(tx: Queries, orderId: OrderId, cause: string): Promise<boolean> {
  const at = await databaseNow(tx);
  if (!(await moveOrder(tx, { orderId, to: "expired", at, cause }))) return false;
  await releaseUnits(tx, orderId);
  return true;
}
