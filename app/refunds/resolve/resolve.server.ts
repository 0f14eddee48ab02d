import { writeAudit } from "~/audit/audit.server";
import type { OrderId } from "~/core/ids";
import { assertNever, failed, ok, type Result } from "~/core/result";
import { acceptedPaymentEntry } from "~/ledger/entries/entry";
import { postEntry } from "~/ledger/entries/post.server";
import { moveOrder } from "~/orders/move-order.server";
import type { OrderState } from "~/orders/order-state";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { releaseUnits } from "~/stock/take-units.server";
import { readRefundFacts } from "../facts/read.server";
import { paidParts } from "../facts/refundable";
import { issueRefund } from "../issue/issue.server";
import type { Resolution } from "./form";
import type { ResolveProblem } from "./problem";

/** Fulfills the order in the caller's transaction: `fulfillOrder` of checkout. */
type FulfillOrder = (tx: Queries, orderId: OrderId, at: Date) => Promise<Result<void, ResolveProblem>>;

/** Resolves an order that needs attention as staff decided; audited with the reason. Throws a 404 if there is no such order. */
export async function resolveAttention(
  orderId: OrderId,
  resolution: Resolution,
  by: string,
  fulfillOrder: FulfillOrder,
): Promise<Result<void, ResolveProblem>> {
  switch (resolution.act) {
    case "reinstate":
      return reinstate(orderId, resolution, by, fulfillOrder);
    case "refund-received":
      return refundReceived(orderId, resolution, by);
    case "settled-elsewhere":
      return settleElsewhere(orderId, resolution, by);
    default:
      return assertNever(resolution);
  }
}

/** Accepts an unmatched payment as it is and fulfills the order: order, receipt, and ledger show what was paid. An order whose
 *  refund failed is paid again. */
async function reinstate(
  orderId: OrderId,
  { reason, restoreAccess }: Extract<Resolution, { act: "reinstate" }>,
  by: string,
  fulfillOrder: FulfillOrder,
): Promise<Result<void, ResolveProblem>> {
  return inOneTransaction(orderId, async (tx, at) => {
    const { order, facts } = await readRefundFacts(tx, orderId);
    const left = await leaveAttention(tx, orderId, { to: "paid", at, by, reason });
    if (!left.ok) return left;
    if (order.number === null) {
      if (order.receivedCents === 0) return failed({ kind: "nothing-received" });
      if (order.refundedCents > 0) return failed({ kind: "partly-refunded" });
      const given = await fulfillOrder(tx, orderId, at);
      if (!given.ok) return given;
      const { items, shipping, tax } = paidParts(facts);
      await tx.order.update({
        where: { id: orderId },
        data: { itemsCents: items, shippingCents: shipping, taxCents: tax, totalCents: order.receivedCents },
      });
      const id = order.stripeChargeId;
      if (id) await postEntry(tx, acceptedPaymentEntry({ id, orderId, at }, { items, shipping, tax }));
    } else if (restoreAccess)
      await tx.enrollment.updateMany({ where: { orderId, refundId: null }, data: { withdrawnAt: null } });
    const after = { state: "paid", reason, receivedCents: order.receivedCents, restoreAccess };
    await audit(tx, { by, action: "order.reinstated", orderId, after, at });
    return ok(undefined);
  });
}

async function refundReceived(
  orderId: OrderId,
  { reason, withdrawAccess }: Extract<Resolution, { act: "refund-received" }>,
  by: string,
): Promise<Result<void, ResolveProblem>> {
  const refund = {
    orderId,
    what: { kind: "full" },
    reason,
    restock: false,
    withdrawAccess,
    by,
    from: "attention",
  } as const;
  const asked = await issueRefund(refund);
  return asked.ok ? ok(undefined) : failed({ kind: "refund", problem: asked.problem });
}

async function settleElsewhere(
  orderId: OrderId,
  { outcome, reason }: Extract<Resolution, { act: "settled-elsewhere" }>,
  by: string,
): Promise<Result<void, ResolveProblem>> {
  return inOneTransaction(orderId, async (tx, at) => {
    const left = await leaveAttention(tx, orderId, { to: outcome, at, by, reason });
    if (!left.ok) return left;
    const { receivedCents } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
    if (outcome === "expired" && receivedCents > 0) return failed({ kind: "money-received", cents: receivedCents });
    await releaseUnits(tx, orderId);
    await audit(tx, { by, action: "order.settled-elsewhere", orderId, after: { state: outcome, reason }, at });
    return ok(undefined);
  });
}

async function inOneTransaction(
  orderId: OrderId,
  work: (tx: Queries, at: Date) => Promise<Result<void, ResolveProblem>>,
): Promise<Result<void, ResolveProblem>> {
  return transaction(async (tx) => {
    await lockOrder(tx, orderId);
    return work(tx, await databaseNow(tx));
  });
}

type Leaving = { to: OrderState; at: Date; by: string; reason: string };

async function leaveAttention(
  tx: Queries,
  orderId: OrderId,
  { to, at, by, reason }: Leaving,
): Promise<Result<void, ResolveProblem>> {
  if (await moveOrder(tx, { orderId, to, by: "staff", at, cause: `decided by ${by}`, detail: reason })) {
    // The decision about the order also settles its failed refunds.
    await tx.refund.updateMany({ where: { orderId, state: "failed", settledAt: null }, data: { settledAt: at } });
    return ok(undefined);
  }
  const { state } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return failed({ kind: "not-open", state });
}

type Audited = { by: string; action: string; orderId: OrderId; after: object; at: Date };

async function audit(tx: Queries, { by, action, orderId, after, at }: Audited): Promise<void> {
  const before = { state: "attention" };
  await writeAudit(tx, { actor: by, action, subject: `order:${orderId}`, before, after: { ...after }, at });
}
