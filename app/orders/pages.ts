import type { Query } from "~/addresses/href";
import { mailedOrOwn } from "~/addresses/mailed";
import type { OrderId } from "~/core/ids";

/** Where the pages of an order are for whoever looks at it. */
export type OrderPages = ReturnType<typeof orderPages>;

/** With the token of a mailed link, its addresses; without one, those in the buyer's account. */
export function orderPages(order: OrderId, signature?: string) {
  return {
    order: (query?: Query) => mailedOrOwn("order", { order }, signature, query),
    receipt: () => mailedOrOwn("orderReceipt", { order }, signature),
    refund: () => mailedOrOwn("orderRefund", { order }, signature),
  };
}
