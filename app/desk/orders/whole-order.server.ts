import type { OrderId } from "~/core/ids";
import { wholePortions } from "~/orders/snapshot";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";

const wholeOrder = {
  id: true,
  number: true,
  linkVersion: true,
  state: true,
  email: true,
  customerKey: true,
  certificateName: true,
  purpose: true,
  giftMessage: true,
  itemsCents: true,
  shippingCents: true,
  taxCents: true,
  totalCents: true,
  receivedCents: true,
  refundedCents: true,
  createdAt: true,
  endsAt: true,
  paidAt: true,
  cardBrand: true,
  cardLast4: true,
  shippingAddress: true,
  stripeSessionId: true,
  stripePaymentIntentId: true,
  stripeChargeId: true,
  lines: {
    orderBy: { position: "asc" },
    select: {
      title: true,
      format: true,
      quantity: true,
      portions: wholePortions,
      shipped: { select: { quantity: true } },
      enrollments: { select: { refundId: true } },
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
  seats: { orderBy: { position: "asc" }, select: { position: true, name: true, email: true } },
  events: {
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { at: true, state: true, cause: true, detail: true },
  },
  refundRequests: {
    orderBy: { at: "asc" },
    select: { id: true, at: true, reason: true, state: true, decidedAt: true, decidedBy: true, answer: true },
  },
  shipments: {
    orderBy: { shippedAt: "asc" },
    select: {
      id: true,
      shippedAt: true,
      carrier: true,
      trackingNumber: true,
      by: true,
      lines: { select: { quantity: true } },
    },
  },
  notes: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { at: true, by: true, text: true } },
  enrollments: {
    orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
    select: {
      id: true,
      unit: true,
      participantName: true,
      participantEmail: true,
      participantKey: true,
      attemptsUsed: true,
      passedAt: true,
      withdrawnAt: true,
      createdAt: true,
      course: { select: { title: true } },
      attempts: {
        orderBy: { number: "asc" },
        select: { number: true, correct: true, questions: true, passed: true, submittedAt: true },
      },
      certificate: { select: { number: true, verificationCode: true, issuedAt: true } },
    },
  },
} satisfies Prisma.OrderSelect;

/** Everything the desk reads of an order, in one query. Throws a 404 if the order does not exist. */
export async function readWholeOrder(id: OrderId) {
  const order = await db().order.findUnique({ where: { id }, select: wholeOrder });
  if (!order) throw new Response("We couldn’t find this order.", { status: 404 });
  return order;
}
export type WholeOrder = Awaited<ReturnType<typeof readWholeOrder>>;
