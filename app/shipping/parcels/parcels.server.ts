import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { addressLines } from "../address";
import { readBookLinesOf } from "./books.server";

/** The most parcels in one document, because drawing each takes noticeable time. */
export const maxParcels = 100;

/** Paid orders with copies neither sent nor refunded, oldest first. The database compares the units, so years of finished orders
 *  aren't read. */
export async function readWaiting(): Promise<OrderId[]> {
  const rows = await db().$queryRaw<{ orderId: OrderId }[]>`
    SELECT l."orderId" AS "orderId"
    FROM "Order" o
    JOIN "OrderLine" l ON l."orderId" = o."id"
    WHERE o."state" = 'paid' AND l."format" = 'book_by_mail' AND l."quantity" >
      (SELECT COUNT(*) FROM "Enrollment" e WHERE e."orderLineId" = l."id" AND e."refundId" IS NOT NULL) +
      (SELECT COALESCE(SUM(sl."quantity"), 0) FROM "Shipment" s JOIN "ShipmentLine" sl ON sl."shipmentId" = s."id"
       WHERE s."orderId" = o."id" AND sl."orderLineId" = l."id")
    GROUP BY l."orderId", o."paidAt"
    ORDER BY o."paidAt", l."orderId"`;
  return rows.map(({ orderId }) => orderId);
}

export async function countParcels(): Promise<number> {
  return (await readWaiting()).length;
}

/** What is needed to pack an order's parcel; undefined if there is no such order or it has nothing to mail. */
export async function readParcel(orderId: OrderId): Promise<Parcel | undefined> {
  const [parcel] = await readParcels([orderId]);
  return parcel;
}
export type Parcel = Awaited<ReturnType<typeof readParcels>>[number];

/** The same for many orders, in the given sequence; missing ones are left out. */
export async function readParcels(orderIds: OrderId[]) {
  const [rows, booksOf] = await Promise.all([
    db().order.findMany({
      where: { id: { in: orderIds } },
      select: {
        id: true,
        number: true,
        state: true,
        paidAt: true,
        purpose: true,
        giftMessage: true,
        shippingAddress: true,
        weightGrams: true,
        shippingZone: true,
      },
    }),
    readBookLinesOf(db(), orderIds),
  ]);
  const orders = new Map(rows.map((order) => [order.id, order]));
  return orderIds.flatMap((orderId) => {
    const [order, books] = [orders.get(orderId), booksOf.get(orderId)];
    if (!order || !books) return [];
    const { shippingAddress, ...facts } = order;
    return [{ ...facts, address: addressLines(shippingAddress), books }];
  });
}
