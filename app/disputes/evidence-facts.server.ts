import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";
import { readOrder } from "~/orders/read-order.server";
import { db } from "~/platform/db/client.server";
import { explainPortion } from "~/promotions/pricing/explain";
import { addressLines } from "~/shipping/address";
import { readShop } from "~/shop/shop.server";
import type { EvidenceFacts } from "./evidence";

/** The letters that a learner other than the buyer gets because of the purchase, not of what the learner did. */
const deliveryLetters = ["access"];

/** What the shop can show about an order, without personal data of anybody but its buyer (SECURITY 61). Throws a 404 if there is
 *  no such order. */
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
  const { email, customerKey } = order;
  const isBuyer = (address: string) => [customerKey, customerKeyOf(email)].includes(customerKeyOf(address));
  return {
    shop,
    order,
    address: addressLines(order.shippingAddress),
    lines: order.lines.map((line) => ({
      ...line,
      explanation: line.portions.flatMap((portion) => (portion.adjustments.length > 0 ? explainPortion(portion) : [])),
    })),
    mails: mails.flatMap(({ kind, sentAt, recipient }) => {
      const isToBuyer = recipient === null || isBuyer(recipient);
      return sentAt && (isToBuyer || deliveryLetters.includes(kind)) ? [{ kind, sentAt, isToBuyer }] : [];
    }),
    enrollments: enrollments.map(({ course, unit, participantKey, createdAt, withdrawnAt, attempts, certificate }) => {
      const known = { title: course.title, unit, createdAt, withdrawnAt };
      if (participantKey !== null && isBuyer(participantKey))
        return { ...known, learner: "buyer" as const, attempts, certificate };
      const learner = participantKey === null ? ("unnamed" as const) : ("another" as const);
      return { ...known, learner, attempts: [], certificate: null };
    }),
    shipments: shipments.map(({ lines, ...shipment }) => ({
      ...shipment,
      what: lines.map(({ quantity, orderLine }) => `${quantity} × ${orderLine.title}`),
    })),
    refunds,
  };
}
