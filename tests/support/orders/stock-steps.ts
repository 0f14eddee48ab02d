import { CustomerKey, OrderId, StockId } from "~/core/ids";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits, sellUnits, takeUnits } from "~/stock/take-units.server";

const minute = 60_000;

/** The minimum order that stock needs. */
async function createOrder(tx: Queries, id: string, customerKey: string) {
  const at = new Date();
  await tx.order.create({
    data: {
      id,
      fingerprint: "",
      email: customerKey,
      customerKey,
      certificateName: "Ada Lim",
      itemsCents: 0,
      shippingCents: 0,
      totalCents: 0,
      createdAt: at,
      endsAt: at,
      idempotencyKey: id,
    },
  });
}

/** Takes units for a customer's new order. */
export async function take(stockId: string, units: number, customerKey = "ada@example.com") {
  const orderId = OrderId.parse(newSecret());
  const taken = await transaction(async (tx) => {
    const at = await databaseNow(tx);
    await createOrder(tx, orderId, customerKey);
    const endsAt = new Date(at.getTime() + 30 * minute);
    return takeUnits(tx, [{ stockId: StockId.parse(stockId), units }], {
      orderId,
      customerKey: CustomerKey.parse(customerKey),
      endsAt,
      at,
    });
  });
  return taken.ok ? { ok: true as const, orderId } : { ok: false as const, problem: taken.problem.kind };
}

export function release(orderId: string): Promise<void> {
  return transaction((tx) => releaseUnits(tx, OrderId.parse(orderId)));
}

/** False if the units are gone. */
export async function sell(orderId: string): Promise<boolean> {
  const sold = await transaction((tx) => sellUnits(tx, OrderId.parse(orderId)));
  return sold.ok;
}

/** Ends an order's holds, as if they had expired. */
export async function endHolds(orderId: string): Promise<void> {
  await db().stockHold.updateMany({
    where: { orderId, state: "held" },
    data: { endsAt: new Date(Date.now() - minute) },
  });
}
