import { formatNames } from "~/catalog/formats";
import { orderPath } from "~/orders/links.server";
import { db } from "~/platform/db.server";
import { readShop } from "~/shop/shop.server";

/** All that staff see of one order, from its snapshot. Secrets that open a learner's pages stay on the server; the one link
 *  that leaves is the buyer's own order page. Throws a 404 where there is no such order. */
export async function readOrderPage(orderId: string) {
  const [shop, order] = await Promise.all([readShop(), readWholeOrder(orderId)]);
  if (!order) throw new Response("There is no such order.", { status: 404 });
  const { lines, holds, enrolments, ...facts } = order;
  return {
    timeZone: shop.timeZone,
    buyerPage: orderPath(orderId),
    order: facts,
    lines: lines.map(({ title, format, totalCents, portions, ...line }) => ({
      ...line,
      title,
      formatName: formatNames[format],
      totalCents,
      portions: portions.map(({ promotion, ...portion }) => ({ ...portion, promotionName: promotion?.name })),
    })),
    holds: holds.map(({ stock, ...hold }) => ({ ...hold, of: nameOf(stock) })),
    enrolments: enrolments.map(({ course, certificate, ...enrolment }) => ({
      ...enrolment,
      title: course.title,
      certificate,
    })),
  };
}
export type OrderPageData = Awaited<ReturnType<typeof readOrderPage>>;

function readWholeOrder(id: string) {
  return db().order.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      state: true,
      email: true,
      certificateName: true,
      itemsCents: true,
      shippingCents: true,
      totalCents: true,
      createdAt: true,
      endsAt: true,
      paidAt: true,
      stripeSessionId: true,
      stripePaymentIntentId: true,
      lines: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          title: true,
          format: true,
          quantity: true,
          totalCents: true,
          portions: {
            orderBy: { position: "asc" },
            select: {
              position: true,
              quantity: true,
              regularUnitPriceCents: true,
              unitPriceCents: true,
              totalCents: true,
              promotionId: true,
              promotionVersion: true,
              promotion: { select: { name: true } },
            },
          },
        },
      },
      holds: {
        orderBy: { stockId: "asc" },
        select: {
          id: true,
          units: true,
          endsAt: true,
          state: true,
          stock: {
            select: {
              promotion: { select: { name: true } },
              courseFormat: { select: { course: { select: { title: true } } } },
            },
          },
        },
      },
      events: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: { id: true, at: true, state: true, cause: true, detail: true },
      },
      refunds: {
        orderBy: { createdAt: "asc" },
        select: { id: true, amountCents: true, reason: true, state: true, stripeRefundId: true, createdAt: true },
      },
      enrolments: {
        orderBy: [{ orderLineId: "asc" }, { unit: "asc" }],
        select: {
          id: true,
          unit: true,
          participantName: true,
          participantEmail: true,
          attemptsUsed: true,
          passedAt: true,
          course: { select: { title: true } },
          certificate: { select: { number: true, verificationCode: true, issuedAt: true } },
        },
      },
    },
  });
}

type Held = { promotion: { name: string } | null; courseFormat: { course: { title: string } } | null };

function nameOf({ promotion, courseFormat }: Held): string {
  return promotion ? `sale units: ${promotion.name}` : `printed copies: ${courseFormat?.course.title ?? "unknown"}`;
}
