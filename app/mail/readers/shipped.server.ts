import { formatNames, isMailed } from "~/catalog/formats";
import { dayIn } from "~/core/dates";
import { failed, ok } from "~/core/result";
import { db } from "~/platform/db.server";
import { addressLines } from "~/shipping/address";
import { shippedLetter } from "../letters/shipped";
import type { Read } from "./addressed";
import { readOrderFacts } from "./order.server";

export async function readShipped({ orderId, shipmentId }: { orderId: string; shipmentId: string }): Read {
  const facts = await readOrderFacts(orderId);
  const shipment = await db().shipment.findUnique({
    where: { id: shipmentId, orderId },
    include: { lines: { include: { orderLine: true }, orderBy: { orderLine: { position: "asc" } } } },
  });
  if (!facts || !shipment) return failed({ kind: "impossible", why: "its parcel or the order is missing" });
  const { order, shop, buyer, url } = facts;
  const bought = order.lines.filter(({ format }) => isMailed(format)).reduce((sum, line) => sum + line.quantity, 0);
  const mailed = await db().shipmentLine.aggregate({ where: { shipment: { orderId } }, _sum: { quantity: true } });
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
    address: addressLines(order.shippingAddress),
    isMoreToCome: (mailed._sum.quantity ?? 0) < bought,
    orderUrl: url,
  });
  return ok({ to: buyer, letter });
}
