import { db } from "~/platform/db.server";

/** Orders of this cart that wait for payment: what they hold is the shopper's own. */
export async function openOrdersOfCart(cartId: string | undefined): Promise<string[]> {
  if (!cartId) return [];
  const orders = await db().order.findMany({ where: { cartId, state: "awaiting_payment" }, select: { id: true } });
  return orders.map(({ id }) => id);
}
