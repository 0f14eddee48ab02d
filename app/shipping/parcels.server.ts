import { db } from "~/platform/db.server";

/** Paid orders with mailed copies that neither went out nor were refunded. Units are compared in the database, so that years of
 *  orders that are done are not read. */
async function readWaiting(): Promise<string[]> {
  const rows = await db().$queryRaw<{ orderId: string }[]>`
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
