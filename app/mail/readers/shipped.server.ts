import { formatNames } from "~/catalog/read/formats";
import { dayIn } from "~/core/dates";
import type { OrderId, ShipmentId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { addressLines } from "~/shipping/address";
import { readBookLines } from "~/shipping/parcels/books.server";
import { trackingUrl } from "~/shipping/parcels/carriers";
import { shippedLetter } from "../letters/shipped";
import type { Read } from "./addressed";
import { readPaidOrderFacts } from "./order.server";

export async function readShipped({ orderId, shipmentId }: { orderId: OrderId; shipmentId: ShipmentId }): Read {
  const facts = await readPaidOrderFacts(orderId);
  const shipment = await db().shipment.findUnique({
    where: { id: shipmentId, orderId },
    include: { lines: { include: { orderLine: true }, orderBy: { orderLine: { position: "asc" } } } },
  });
  if (!facts || !shipment) return failed({ kind: "impossible", why: "its parcel or the order is missing" });
  const { order, shop, buyer, url } = facts;
  const books = await readBookLines(db(), orderId);
  const letter = shippedLetter({
    orderNumber: order.number,
    items: shipment.lines.map(({ quantity, orderLine }) => ({
      quantity,
      title: orderLine.title,
      formatName: formatNames[orderLine.format],
    })),
    shippedOn: dayIn(shipment.shippedAt, shop.timeZone),
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber ?? undefined,
    trackingUrl: trackingUrl(shipment.carrier, shipment.trackingNumber),
    address: addressLines(order.shippingAddress),
    isMoreToCome: books.some(({ left }) => left > 0),
    orderUrl: url,
  });
  return ok({ to: buyer, letter });
}
