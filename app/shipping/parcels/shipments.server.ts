import { dayIn } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { readBookLines } from "./books.server";
import { trackingUrl } from "./carriers";

/** The parcels of an order that left, oldest first. */
export async function readShipments(orderId: OrderId) {
  const rows = await db().shipment.findMany({
    where: { orderId },
    orderBy: [{ shippedAt: "asc" }, { id: "asc" }],
    include: {
      lines: { orderBy: { orderLine: { position: "asc" } }, include: { orderLine: { select: { title: true } } } },
    },
  });
  return rows.map(({ id, carrier, trackingNumber, shippedAt, by, lines }) => ({
    id,
    carrier,
    trackingNumber,
    trackingUrl: trackingUrl(carrier, trackingNumber),
    shippedAt,
    by,
    books: lines.map(({ orderLineId, quantity, orderLine }) => ({ orderLineId, title: orderLine.title, quantity })),
  }));
}

/** The same for the buyer's page, where who packed it is of no interest, with what is still to be sent. */
export async function readBuyersShipments(orderId: OrderId, timeZone: string) {
  const [shipments, books] = await Promise.all([readShipments(orderId), readBookLines(db(), orderId)]);
  return {
    shipments: shipments.map(({ by: _, shippedAt, ...shipment }) => ({ ...shipment, day: dayIn(shippedAt, timeZone) })),
    left: books.reduce((sum, { left }) => sum + left, 0),
  };
}
export type BuyersShipments = Awaited<ReturnType<typeof readBuyersShipments>>;
