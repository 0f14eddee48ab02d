import type { CartId, CustomerKey, OrderId, StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import type { Claim } from "~/stock/claim";

/** An open order is reused only if enough time is left to pay it. */
const reusableMilliseconds = 3 * 60_000;

/** This cart's orders awaiting payment. Their holds are the shopper's own. */
export async function openOrderIdsOfCart(cartId: CartId | undefined): Promise<OrderId[]> {
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

/** The shopper's own orders awaiting payment: this cart's and, of a signed-in customer, the account's. A typed address makes no order
 *  the shopper's own (SECURITY 65). */
export async function readOpenOrders({ cartId, account }: { cartId: CartId; account?: CustomerKey }) {
  const at = await databaseNow(db());
  const rows = await db().order.findMany({
    where: { state: "awaiting_payment", OR: [{ cartId }, ...(account ? [{ customerKey: account }] : [])] },
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

/** Whether another open order of the shopper holds units this cart needs; they were counted as available to it. */
export function sharesStock({ stockIds }: OpenOrder, claims: Claim[]): boolean {
  return claims.some(({ stockId }) => stockIds.includes(stockId));
}
