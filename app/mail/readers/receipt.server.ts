import { dayIn } from "~/core/dates";
import { failed, ok } from "~/core/result";
import { orderUrl } from "~/orders/links.server";
import { readOrder } from "~/orders/read-order.server";
import { receiptItems, receiptRows } from "~/orders/receipt";
import { addressLines } from "~/shipping/address";
import { readShop } from "~/shop/shop.server";
import { latePaymentLetter } from "../letters/late-payment-refunded";
import { receiptLetter } from "../letters/receipt";
import type { Read } from "./addressed";
import { buyerOf, readOrderFacts } from "./order.server";

export async function readReceipt({ orderId }: { orderId: string }): Read {
  const facts = await readOrderFacts(orderId);
  if (!facts) return failed({ kind: "impossible", why: "its order is missing or was never paid" });
  const { order, shop, buyer, url, card } = facts;
  const letter = receiptLetter({
    shopName: shop.name,
    orderNumber: order.number,
    items: receiptItems(order.lines),
    rows: receiptRows(order),
    isTaxed: order.taxCents > 0,
    paidOn: dayIn(order.paidAt, shop.timeZone),
    card,
    address: addressLines(order.shippingAddress),
    orderUrl: url,
  });
  return ok({ to: buyer, letter });
}

export async function readLatePayment({ orderId }: { orderId: string }): Read {
  const [order, shop] = await Promise.all([readOrder(orderId), readShop()]);
  if (!order) return failed({ kind: "impossible", why: "its order is missing" });
  const { totalCents } = order;
  const letter = latePaymentLetter({ shopName: shop.name, totalCents, orderUrl: orderUrl(orderId) });
  return ok({ to: buyerOf(order), letter });
}
