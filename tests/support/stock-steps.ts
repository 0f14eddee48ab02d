import { databaseNow, db, type Queries } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits, sellUnits, takeUnits } from "~/stock/take-units.server";

const minute = 60_000;

/** Rolls a transaction back with the reason why. */
class Refused extends Error {}

/** An order as far as stock needs one. */
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

/** Takes units for a new order of a customer. */
export async function take(stockId: string, units: number, customerKey = "ada@example.com") {
  const orderId = newSecret();
  try {
    await db().$transaction(async (tx) => {
      const at = await databaseNow(tx);
      await createOrder(tx, orderId, customerKey);
      const endsAt = new Date(at.getTime() + 30 * minute);
      const taken = await takeUnits(tx, [{ stockId, units }], { orderId, customerKey, endsAt, at });
      if (!taken.ok) throw new Refused(taken.problem.kind);
    });
    return { ok: true as const, orderId };
  } catch (error) {
    if (error instanceof Refused) return { ok: false as const, problem: error.message };
    throw error;
  }
}

export function release(orderId: string): Promise<void> {
  return db().$transaction((tx) => releaseUnits(tx, orderId));
}

/** False where the units are gone. */
export async function sell(orderId: string): Promise<boolean> {
  try {
    await db().$transaction(async (tx) => {
      const sold = await sellUnits(tx, orderId);
      if (!sold.ok) throw new Refused(sold.problem.kind);
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** As if the time of an order's holds had gone by. */
export async function endHolds(orderId: string): Promise<void> {
  await db().stockHold.updateMany({
    where: { orderId, state: "held" },
    data: { endsAt: new Date(Date.now() - minute) },
  });
}
