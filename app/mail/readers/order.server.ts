import type { OrderId } from "~/core/ids";
import { cardText } from "~/orders/card-text";
import { orderUrl } from "~/orders/links.server";
import { type Order, readOrder } from "~/orders/read-order.server";
import { readShop, type Shop } from "~/shop/shop.server";
import type { Recipient } from "./addressed";

type PaidOrder = Order & { number: number; paidAt: Date };

type OrderFacts<Read = Order> = {
  order: Read;
  shop: Shop;
  buyer: Recipient;
  url: string;
  card: string | undefined;
};

/** What every letter about an order needs, paid or not; undefined if there is no such order. */
export async function readOrderFacts(orderId: OrderId): Promise<OrderFacts | undefined> {
  const [order, shop] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order) return undefined;
  const buyer = { name: order.certificateName, address: order.email };
  return { order, shop, buyer, url: orderUrl(order), card: cardText(order) };
}

/** The same; also undefined if the order was never fulfilled and so has no number. */
export async function readPaidOrderFacts(orderId: OrderId): Promise<OrderFacts<PaidOrder> | undefined> {
  const facts = await readOrderFacts(orderId);
  return facts && isPaid(facts.order) ? { ...facts, order: facts.order } : undefined;
}

function isPaid(order: Order): order is PaidOrder {
  return order.number !== null && order.paidAt !== null;
}
