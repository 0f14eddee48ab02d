import { currentCustomer } from "~/accounts/customer-session.server";
import { cartIdOf } from "~/cart/cart.server";
import type { OrderId } from "~/core/ids";
import { linkedOrderPages } from "~/orders/links.server";
import { type OrderPages, orderPages } from "~/orders/pages";
import { db } from "~/platform/db/client.server";

/** SECURITY 47: the order's pages for whoever comes back from payment. In the account of its signed-in buyer; by a new link in the
 *  browser whose cart it was; undefined for anybody else who has the return address, such as another device or Stripe's staff. */
export async function orderPagesOf(request: Request, orderId: OrderId): Promise<OrderPages | undefined> {
  const [order, customer, cartId] = await Promise.all([
    db().order.findUnique({
      where: { id: orderId },
      select: { id: true, linkVersion: true, cartId: true, customerKey: true },
    }),
    currentCustomer(request),
    cartIdOf(request),
  ]);
  if (!order) return undefined;
  if (customer?.customerKey === order.customerKey) return orderPages(order.id);
  return order.cartId !== null && order.cartId === cartId ? linkedOrderPages(order) : undefined;
}
