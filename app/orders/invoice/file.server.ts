import { href } from "~/addresses/href";
import type { OrderId } from "~/core/ids";
import type { Paper } from "~/core/paper";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { shopUrl } from "~/platform/http/shop-url.server";
import { addressLines } from "~/shipping/address";
import { readShop } from "~/shop/shop.server";
import { readOrder } from "../read-order.server";
import { invoiceOf } from "./invoice";
import { invoicePdf } from "./pdf.server";

/** An order's invoice and receipt as a PDF with its file name. Throws a 404 if the order was never paid. */
export async function invoiceFile(orderId: OrderId, paper: Paper) {
  const [order, shop, refunds] = await Promise.all([readOrder(orderId), readShop(), readRefunds(orderId)]);
  if (!order || order.number === null || !order.paidAt)
    throw new Response("There’s no receipt yet. It’s issued when the order is paid.", { status: 404 });
  const { number, paidAt } = order;
  const invoice = invoiceOf({ ...order, number, paidAt, address: addressLines(order.shippingAddress), refunds }, shop);
  // Not the buyer's signed link: anyone who saw the paper could open the order.
  const liveUrl = shopUrl(href("accountOrder", { order: orderId }));
  const pdf = invoicePdf(invoice, { paper, shopName: shop.name, timeZone: shop.timeZone, liveUrl, at: now() });
  return { pdf, fileName: `Receipt ${number}.pdf` };
}

async function readRefunds(orderId: OrderId) {
  const rows = await db().refund.findMany({
    where: { orderId, state: { not: "failed" } },
    orderBy: { createdAt: "asc" },
    select: { amountCents: true, state: true, createdAt: true, finalAt: true },
  });
  return rows.map(({ amountCents, state, createdAt, finalAt }) => ({
    amountCents,
    at: finalAt ?? createdAt,
    isDone: state === "succeeded",
  }));
}
