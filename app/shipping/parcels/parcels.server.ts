import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { addressLines } from "../address";
import { readBookLinesOf } from "./books.server";

/** So many parcels one document holds at most: drawing one takes long enough to be felt. */
export const mostParcels = 100;

/** Paid orders with mailed copies that neither went out nor were refunded, oldest first. Units are compared in the database, so
 *  that years of orders that are done are not read. */
export async function readWaiting(): Promise<OrderId[]> {
  const rows = await db().$queryRaw<{ orderId: OrderId }[]>`
    SELECT l."orderId" AS "orderId"
    FROM "Order" o
    JOIN "OrderLine" l ON l."orderId" = o."id"
    WHERE o."state" = 'paid' AND l."format" = 'book_by_mail' AND l."quantity" >
      (SELECT COUNT(*) FROM "Enrolment" e WHERE e."orderLineId" = l."id" AND e."refundId" IS NOT NULL) +
      (SELECT COALESCE(SUM(sl."quantity"), 0) FROM "Shipment" s JOIN "ShipmentLine" sl ON sl."shipmentId" = s."id"
       WHERE s."orderId" = o."id" AND sl."orderLineId" = l."id")
    GROUP BY l."orderId", o."paidAt"
    ORDER BY o."paidAt", l."orderId"`;
  return rows.map(({ orderId }) => orderId);
}

export async function countParcels(): Promise<number> {
  return (await readWaiting()).length;
}

/** What an order's parcel needs to be packed; undefined where there is no such order or nothing of it is mailed. */
export async function readParcel(orderId: OrderId): Promise<Parcel | undefined> {
  const [parcel] = await readParcels([orderId]);
  return parcel;
}
export type Parcel = Awaited<ReturnType<typeof readParcels>>[number];

/** The same of many orders, in the order in which they are named; what is not there is left out. */
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
