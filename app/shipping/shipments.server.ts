import { db } from "~/platform/db.server";
import { trackingUrl } from "./carriers";

/** The parcels of an order that left, oldest first. */
export async function readShipments(orderId: string) {
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
export type Shipment = Awaited<ReturnType<typeof readShipments>>[number];

/** The same for the buyer's page: who packed it stays in the house. */
export async function readBuyersShipments(orderId: string) {
  return (await readShipments(orderId)).map(({ by: _, ...shipment }) => shipment);
}
export type BuyersShipment = Awaited<ReturnType<typeof readBuyersShipments>>[number];
