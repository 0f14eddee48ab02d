import { formatNames, isMailed } from "~/catalog/read/formats";
import type { OrderId, RefundRequestId } from "~/core/ids";
import type { Json } from "~/core/json";
import { sumOfParts } from "~/ledger/entries/entry";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { blocksRefunds } from "../facts/disputed";
import { type RefundOrder, readRefundFacts } from "../facts/read.server";
import { openParts, type RefundFacts, unitShares } from "../facts/refundable";
import { requestedUnits } from "../request/units";

/** What can be refunded on an order, unit by unit. Throws a 404 if there is no such order. */
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
    /** The buyer's request that this refund would approve. */
    request: request ? { reason: request.reason, units: requestedUnits(request.enrollmentIds) } : undefined,
  };
}
export type RefundPageData = Json<Awaited<ReturnType<typeof readRefundPage>>>;
export type RefundUnitRow = RefundPageData["units"][number];

/** `shareCents` is what is refunded for the unit if it is the next one, alone. */
function unitsOf(order: RefundOrder, facts: RefundFacts) {
  const { items } = openParts(facts);
  return order.lines.flatMap(({ title, format, enrollments }) =>
    enrollments.map(({ id, unit, participantName, certificate, refundId, withdrawnAt }) => ({
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
      units: { select: { enrollmentId: true } },
    },
  });
  return rows.map(({ units, ...row }) => ({ ...row, unitIds: units.map(({ enrollmentId }) => enrollmentId) }));
}
export type RefundRow = Json<Awaited<ReturnType<typeof readRefundRows>>>[number];
