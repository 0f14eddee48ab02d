import { formatNames, isMailed } from "~/catalog/read/formats";
import type { OrderId, RefundRequestId } from "~/core/ids";
import { sumOfParts } from "~/ledger/entry";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { blocksRefunds } from "../disputed";
import { type RefundOrder, readRefundFacts } from "../refund-facts.server";
import { openParts, type RefundFacts, unitShares } from "../refundable";
import { wishedUnits } from "../wished-units";

/** What staff see before they ask an order's money back: what can go back, unit by unit. Throws a 404 where there is no such order. */
export async function readRefundPage(orderId: OrderId, requestId?: RefundRequestId) {
  const [{ timeZone }, { order, facts }, refunds, request] = await Promise.all([
    readShop(),
    readRefundFacts(db(), orderId),
    readRefundRows(orderId),
    requestId ? db().refundRequest.findUnique({ where: { id: requestId, orderId, state: "open" } }) : undefined,
  ]);
  const open = openParts(facts);
  return {
    timeZone,
    order: {
      id: order.id,
      number: order.number,
      state: order.state,
      email: order.email,
      receivedCents: order.receivedCents,
      refundedCents: order.refundedCents,
    },
    isDisputed: order.disputes.some(({ status }) => blocksRefunds(status)),
    isMailed: order.lines.some(({ format }) => isMailed(format)),
    leftCents: sumOfParts(open),
    postageLeftCents: open.shipping,
    units: unitsOf(order, facts),
    refunds,
    /** The buyer's wish that this refund would grant. */
    request: request ? { reason: request.reason, units: wishedUnits(request.enrolmentIds) } : undefined,
  };
}
export type RefundPageData = Awaited<ReturnType<typeof readRefundPage>>;
export type RefundUnitRow = RefundPageData["units"][number];

/** `shareCents` is what the unit gets back if it is refunded next, alone. */
function unitsOf(order: RefundOrder, facts: RefundFacts) {
  const { items } = openParts(facts);
  return order.lines.flatMap(({ title, format, enrolments }) =>
    enrolments.map(({ id, unit, participantName, certificate, refundId, withdrawnAt }) => ({
      id,
      title,
      unit,
      formatName: formatNames[format],
      participantName,
      certificateNumber: certificate?.number,
      isRefunded: refundId !== null,
      isWithdrawn: withdrawnAt !== null,
      shareCents: unitShares(facts.lines, new Set([id]), items).get(id) ?? 0,
    })),
  );
}

/** The refunds of an order, oldest first. */
export async function readRefundRows(orderId: OrderId) {
  const rows = await db().refund.findMany({
    where: { orderId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      kind: true,
      amountCents: true,
      shippingCents: true,
      taxCents: true,
      reason: true,
      requestedBy: true,
      restock: true,
      withdrawAccess: true,
      state: true,
      failure: true,
      stripeRefundId: true,
      createdAt: true,
      finalAt: true,
      settledAt: true,
      units: { select: { enrolmentId: true } },
    },
  });
  return rows.map(({ units, ...row }) => ({ ...row, unitIds: units.map(({ enrolmentId }) => enrolmentId) }));
}
export type RefundRow = Awaited<ReturnType<typeof readRefundRows>>[number];
