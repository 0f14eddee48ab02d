import { auditColumns } from "~/audit/history.server";
import { formatNames } from "~/catalog/read/formats";
import type { OrderId } from "~/core/ids";
import type { Json } from "~/core/json";
import { readDisputesOf } from "~/disputes/desk/disputes.server";
import { enrollmentsOfOrder } from "~/learning/enrollment/read.server";
import { resendChoices } from "~/mail/desk/resend-choices";
import { cardText } from "~/orders/card-text";
import { linkedOrderPages } from "~/orders/links.server";
import { portionOf } from "~/orders/snapshot";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { explainPortion, listUnitPrices } from "~/promotions/pricing/explain";
import type { Portion } from "~/promotions/pricing/priced-cart";
import { listSavings } from "~/promotions/pricing/savings";
import { readRefundRows } from "~/refunds/desk/page.server";
import { unsettledFailures } from "~/refunds/facts/failed";
import { addressLines } from "~/shipping/address";
import { readShop } from "~/shop/shop.server";
import { addressText } from "./corrections/address.server";
import { caseOf } from "./diagnosis/case.server";
import { diagnoseOrder } from "./diagnosis/diagnose";
import { readOrderEmails } from "./mails.server";
import { timelineOf } from "./timeline";
import { readWholeOrder, type WholeOrder } from "./whole-order.server";

/** What staff see of one order, from its snapshot. Secrets that open a learner's pages stay on the server; only the link to the
 *  buyer's order page leaves it. Throws a 404 if the order does not exist. */
export async function readOrderPage(orderId: OrderId, at = now()) {
  const [shop, order] = await Promise.all([readShop(), readWholeOrder(orderId)]);
  const { timeZone } = shop;
  const [mails, standings, others, refunds, disputes, audit] = await Promise.all([
    readOrderEmails(order, shop.email),
    enrollmentsOfOrder(orderId, at),
    readOthers(order),
    readRefundRows(orderId),
    readDisputesOf(orderId),
    db().auditEntry.findMany({
      where: { subject: `order:${orderId}` },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      select: auditColumns,
    }),
  ]);
  const portions = order.lines.flatMap(({ portions: rows }) => rows.map(portionOf));
  return {
    timeZone,
    /** The buyer's open refund request. */
    openRequest: order.refundRequests.find(({ state }) => state === "open")?.id,
    buyerPage: linkedOrderPages(order).order(),
    linkVersion: order.linkVersion,
    order: factsOf(order),
    findings: diagnoseOrder(caseOf(order, { mails, standings, others, refunds, disputes }), at, timeZone),
    timeline: timelineOf({
      timeZone,
      createdAt: order.createdAt,
      ...{ events: order.events, seats: order.seats, requests: order.refundRequests, refunds },
      ...{ notes: order.notes, disputes, mails, audit },
      enrollments: order.enrollments.map(({ course, ...unit }) => ({ ...unit, title: course.title })),
      shipments: order.shipments.map(({ lines, ...parcel }) => ({ ...parcel, copies: copiesIn(lines) })),
    }),
    corrections: correctionsOf(order),
    resend: { choices: resendChoices(order).map(({ value, label }) => ({ value, label })), known: mails.length },
    others: others.map(({ paidAt, ...other }) => ({
      ...other,
      isPaidLater: paidAt !== null && other.createdAt > order.createdAt,
    })),
    portions: order.lines.flatMap(({ title, format, portions: rows }) =>
      rows.map((row) => ({ title, formatName: formatNames[format], ...viewPortion(portionOf(row)) })),
    ),
    savings: listSavings(portions),
    holds: order.holds.map(({ stock, ...hold }) => ({ ...hold, of: nameOf(stock) })),
    enrollments: order.enrollments.map(({ id, unit, course, certificate, ...learner }) => ({
      id,
      unit,
      title: course.title,
      participantName: learner.participantName,
      participantEmail: learner.participantEmail,
      attemptsUsed: learner.attemptsUsed,
      passedAt: learner.passedAt,
      withdrawnAt: learner.withdrawnAt,
      certificate: certificate && { number: certificate.number, verificationCode: certificate.verificationCode },
    })),
    refunds,
    unsettled: unsettledFailures({ ...order, refunds }),
    disputes,
    shipments: order.shipments.map(({ lines, ...parcel }) => ({ ...parcel, copies: copiesIn(lines) })),
  };
}
export type OrderPageData = Json<Awaited<ReturnType<typeof readOrderPage>>>;

function factsOf(order: WholeOrder) {
  const { id, number, state, email, certificateName, purpose, giftMessage, createdAt, endsAt, paidAt } = order;
  const { itemsCents, shippingCents, taxCents, totalCents, receivedCents, refundedCents } = order;
  const { stripeSessionId, stripePaymentIntentId, stripeChargeId } = order;
  return {
    ...{ id, number, state, email, certificateName, purpose, giftMessage, createdAt, endsAt, paidAt },
    ...{ itemsCents, shippingCents, taxCents, totalCents, receivedCents, refundedCents },
    ...{ stripeSessionId, stripePaymentIntentId, stripeChargeId },
    card: cardText(order),
    address: addressLines(order.shippingAddress),
    seats: order.seats,
  };
}

/** The forms' initial values, compared with the stored ones on submit. */
function correctionsOf({ email, seats, enrollments, certificateName, shippingAddress, shipments }: WholeOrder) {
  const learners = enrollments.flatMap(({ participantEmail }) => participantEmail ?? []);
  return {
    addresses: [...new Set([email, ...seats.map((seat) => seat.email), ...learners])],
    certificateName,
    address:
      shippingAddress !== null && shipments.length === 0
        ? { was: addressText(shippingAddress), ...fieldsOf(shippingAddress) }
        : undefined,
  };
}

function fieldsOf(shippingAddress: unknown): Record<string, string> {
  const { name, address = {} } = shippingAddress as { name?: string; address?: Record<string, string | null> };
  const fields = ["line1", "line2", "city", "state", "postal_code", "country"];
  return Object.fromEntries([["name", name ?? ""], ...fields.map((field) => [field, address[field] ?? ""])]);
}

/** The buyer's other orders, newest first. */
function readOthers({ id, customerKey }: WholeOrder) {
  return db().order.findMany({
    where: { customerKey, id: { not: id } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 10,
    select: { id: true, number: true, state: true, totalCents: true, createdAt: true, paidAt: true },
  });
}

function copiesIn(lines: { quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

function viewPortion(portion: Portion) {
  const [list, ...steps] = explainPortion(portion);
  return {
    prices: listUnitPrices(portion),
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
