import { dayIn } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { receiptItems, receiptRows } from "~/orders/receipt";
import { addressLines } from "~/shipping/address";
import { latePaymentLetter } from "../letters/late-payment-refunded";
import { receiptLetter } from "../letters/receipt";
import type { Read } from "./addressed";
import { readOrderFacts, readPaidOrderFacts } from "./order.server";

export async function readReceipt({ orderId }: { orderId: OrderId }): Read {
  const facts = await readPaidOrderFacts(orderId);
  if (!facts) return failed({ kind: "impossible", why: "its order is missing or unpaid" });
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

export async function readLatePayment({ orderId }: { orderId: OrderId }): Read {
  const facts = await readOrderFacts(orderId);
  if (!facts) return failed({ kind: "impossible", why: "its order is missing" });
  const { order, shop, buyer, url } = facts;
  const letter = latePaymentLetter({ shopName: shop.name, totalCents: order.totalCents, orderUrl: url });
  return ok({ to: buyer, letter });
}
