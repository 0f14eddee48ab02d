import type { CartId, OrderId, StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import type { Claim } from "~/stock/claim";

/** An open order is offered again only while there is time left to pay it. */
const reusableMilliseconds = 3 * 60_000;

/** Orders of this cart that wait for payment: what they hold is the shopper's own. */
export async function openOrdersOfCart(cartId: CartId | undefined): Promise<OrderId[]> {
  if (!cartId) return [];
  const orders = await db().order.findMany({ where: { cartId, state: "awaiting_payment" }, select: { id: true } });
  return orders.map(({ id }) => id);
}

export type OpenOrder = {
  id: OrderId;
  cartId: CartId | null;
  fingerprint: string;
  isReusable: boolean;
  stockIds: StockId[];
};

/** Orders of this cart, and of this customer in other browsers, that wait for payment. */
export async function openOrdersOf({ cartId, customerKey }: { cartId: CartId; customerKey: string }) {
  const at = await databaseNow(db());
  const rows = await db().order.findMany({
    where: { state: "awaiting_payment", OR: [{ cartId }, { customerKey }] },
    select: { id: true, cartId: true, fingerprint: true, endsAt: true, holds: { select: { stockId: true } } },
  });
  return rows.map(
    ({ endsAt, holds, ...order }): OpenOrder => ({
      ...order,
      isReusable: endsAt.getTime() - at.getTime() > reusableMilliseconds,
      stockIds: holds.map(({ stockId }) => stockId),
    }),
  );
}

/** Whether another open order of the shopper keeps units that this cart wants: they were counted as free for it. */
export function holdsSome({ stockIds }: OpenOrder, claims: Claim[]): boolean {
  return claims.some(({ stockId }) => stockIds.includes(stockId));
}
