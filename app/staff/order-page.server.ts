import { formatNames } from "~/catalog/formats";
import { orderPath } from "~/orders/links.server";
import { portionOf, wholePortions } from "~/orders/snapshot";
import { db } from "~/platform/db.server";
import { explainPortion, unitPrices } from "~/promotions/explain";
import type { Portion } from "~/promotions/priced-cart";
import { savingsOf } from "~/promotions/savings";
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
    portions: lines.flatMap(({ title, format, portions }) =>
      portions.map((row) => ({ title, formatName: formatNames[format], ...viewPortion(portionOf(row)) })),
    ),
    savings: savingsOf(lines.flatMap(({ portions }) => portions.map(portionOf))),
    holds: holds.map(({ stock, ...hold }) => ({ ...hold, of: nameOf(stock) })),
    enrolments: enrolments.map(({ course, certificate, ...enrolment }) => ({
      ...enrolment,
      title: course.title,
      certificate,
    })),
  };
}
export type OrderPageData = Awaited<ReturnType<typeof readOrderPage>>;

function viewPortion(portion: Portion) {
  const [list, ...steps] = explainPortion(portion);
  return {
    prices: unitPrices(portion),
    total: portion.total,
    list,
    adjustments: portion.adjustments.map(({ promotionId, version, name }, index) => ({
      promotionId,
      version,
      name,
      step: steps[index],
    })),
  };
}

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
          title: true,
          format: true,
          portions: wholePortions,
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
              couponCode: { select: { code: true } },
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

type Held = {
  promotion: { name: string } | null;
  couponCode: { code: string } | null;
  courseFormat: { course: { title: string } } | null;
};

function nameOf({ promotion, couponCode, courseFormat }: Held): string {
  if (promotion) return `promotion: ${promotion.name}`;
  if (couponCode) return `code: ${couponCode.code}`;
  return `printed copies: ${courseFormat?.course.title ?? "unknown"}`;
}
