import type { OrderId } from "~/core/ids";
import { shopUrl } from "~/platform/http/shop-url.server";
import { newLinkToken } from "~/platform/link-token.server";
import { type OrderPages, orderPages } from "./pages";

type Order = { id: OrderId; linkVersion: number };

/** The pages of an order by a new link, which needs no account. Make one only for a letter or for whoever has just proved to be
 *  the buyer, and store none (SECURITY 47). */
export function linkedOrderPages(order: Order): OrderPages {
  return orderPages(order.id, newLinkToken("order", order));
}

export function orderUrl(order: Order): string {
  return shopUrl(linkedOrderPages(order).order());
}
