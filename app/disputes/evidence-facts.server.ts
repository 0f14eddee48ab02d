import type { OrderId } from "~/core/ids";
import { readOrder } from "~/orders/read-order.server";
import { db } from "~/platform/db/client.server";
import { explainPortion } from "~/promotions/pricing/explain";
import { addressLines } from "~/shipping/address";
import { readShop } from "~/shop/shop.server";
import type { EvidenceFacts } from "./evidence";

/** Everything the shop can show about an order. Throws a 404 if there is none. */
export async function readEvidenceFacts(orderId: OrderId): Promise<EvidenceFacts> {
  const [shop, order, mails, enrollments, shipments, refunds] = await Promise.all([
    readShop(),
    readOrder(orderId),
    db().outboxMessage.findMany({
      // A message settled without being sent says why in its last error.
      where: { orderId, sentAt: { not: null }, lastError: null, kind: { not: "staff-alert" } },
      orderBy: { sentAt: "asc" },
    }),
    db().enrollment.findMany({
      where: { orderId },
      orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
      include: {
        course: { select: { title: true } },
        attempts: { orderBy: { number: "asc" } },
        certificate: { select: { number: true, issuedAt: true } },
      },
    }),
    db().shipment.findMany({
      where: { orderId },
      orderBy: { shippedAt: "asc" },
      include: { lines: { include: { orderLine: { select: { title: true } } } } },
    }),
    db().refund.findMany({ where: { orderId }, orderBy: { createdAt: "asc" } }),
  ]);
  if (!order) throw new Response("We couldn’t find this order.", { status: 404 });
  return {
    shop,
    order,
    address: addressLines(order.shippingAddress),
    lines: order.lines.map((line) => ({
      ...line,
      explanation: line.portions.flatMap((portion) => (portion.adjustments.length > 0 ? explainPortion(portion) : [])),
    })),
    mails: mails.flatMap(({ kind, sentAt, recipient }) => (sentAt ? [{ kind, sentAt, recipient }] : [])),
    enrollments: enrollments.map(({ course, ...enrollment }) => ({ ...enrollment, title: course.title })),
    shipments: shipments.map(({ lines, ...shipment }) => ({
      ...shipment,
      what: lines.map(({ quantity, orderLine }) => `${quantity} × ${orderLine.title}`),
    })),
    refunds,
  };
}
