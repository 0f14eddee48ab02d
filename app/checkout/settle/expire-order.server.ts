import type { OrderId } from "~/core/ids";
import { moveOrder } from "~/orders/move-order.server";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrderIf } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { releaseUnits } from "~/stock/take-units.server";

/** Expires an order and releases its units, exactly once. Call only when the order can no longer be paid. */
export async function expireOrder(orderId: OrderId, cause: string): Promise<boolean> {
  return transaction((tx) => expire(tx, orderId, cause));
}

/** Expires an order that has no payment page yet. False if it has one by now, which must be closed first. */
export async function expireWithoutPage(orderId: OrderId, cause: string): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await lockOrderIf(tx, orderId, { stripeSessionId: null }))) return false;
    await expire(tx, orderId, cause);
    return true;
  });
}

async function expire(tx: Queries, orderId: OrderId, cause: string): Promise<boolean> {
  const at = await databaseNow(tx);
  if (!(await moveOrder(tx, { orderId, to: "expired", at, cause }))) return false;
  await releaseUnits(tx, orderId);
  return true;
}
