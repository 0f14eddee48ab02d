import type { OrderId } from "~/core/ids";
import { moveOrder } from "~/orders/move-order.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrderIf } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { releaseUnits } from "~/stock/take-units.server";

/** Ends an order that will not be paid and gives its units back, exactly once. Only where nobody can pay it any more. */
export async function expireOrder(orderId: OrderId, cause: string): Promise<boolean> {
  return transaction((tx) => expireIn(tx, orderId, cause));
}

/** The same for an order that was given no payment page. False where it has one by now, on which it could be paid: that is
 *  closed first. */
export async function expireUnopened(orderId: OrderId, cause: string): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await lockOrderIf(tx, orderId, { stripeSessionId: null }))) return false;
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
