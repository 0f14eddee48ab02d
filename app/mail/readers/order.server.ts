import { cardWords } from "~/orders/card-words";
import { orderUrl } from "~/orders/links.server";
import { type Order, readOrder } from "~/orders/read-order.server";
import { readShop, type Shop } from "~/shop/shop.server";
import type { Recipient } from "./addressed";

export type PaidOrder = Order & { number: number; paidAt: Date };

export type OrderFacts = { order: PaidOrder; shop: Shop; buyer: Recipient; url: string; card: string | undefined };

/** What every letter about an order needs; undefined where there is none, or where it was never paid. */
export async function readOrderFacts(orderId: string): Promise<OrderFacts | undefined> {
  const [order, shop] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order || !isPaid(order)) return undefined;
  return { order, shop, buyer: buyerOf(order), url: orderUrl(orderId), card: cardWords(order) };
}

export function buyerOf({ certificateName, email }: { certificateName: string; email: string }): Recipient {
  return { name: certificateName, address: email };
}

function isPaid(order: Order): order is PaidOrder {
  return order.number !== null && order.paidAt !== null;
}
