import { moveOrder } from "~/orders/move-order.server";
import { databaseNow, db } from "~/platform/db.server";
import { releaseUnits } from "~/stock/take-units.server";

/** Ends an order that will not be paid and gives its units back, exactly once. */
export async function expireOrder(orderId: string, cause: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const at = await databaseNow(tx);
    if (!(await moveOrder(tx, { orderId, to: "expired", at, cause }))) return false;
    await releaseUnits(tx, orderId);
    return true;
  });
}
