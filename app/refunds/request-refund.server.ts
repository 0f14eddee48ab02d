import { writeAudit } from "~/audit/audit.server";
import { isMailed } from "~/catalog/read/formats";
import type { EnrollmentId, OrderId, RefundId, RefundRequestId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { sumOfParts } from "~/ledger/entry";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { returnCopies } from "~/stock/return-copies.server";
import { releaseUnits } from "~/stock/take-units.server";
import { blocksRefunds } from "./disputed";
import { moveByRefunds, raiseRefunded } from "./order-of-refunds.server";
import { planRefund, type RefundPlan, type RefundWhat } from "./plan-refund";
import { pursueRefund } from "./pursue-refunds.server";
import { type RefundOrder, readRefundFacts } from "./refund-facts.server";
import type { RefundProblem } from "./refund-problem";
import { answerRequest } from "./refund-requests.server";
import { openParts } from "./refundable";

export type RefundWish = {
  orderId: OrderId;
  what: RefundWhat;
  reason: string;
  /** Whether mailed copies of the units are back on the shelf (PRICING 9). */
  restock: boolean;
  /** Whether the units' access to their courses ends. */
  withdrawAccess: boolean;
  /** A staff member's e-mail. */
  by: string;
  /** Where the order must stand: "attention" only for what a person decides there. */
  from?: "paid" | "attention";
  /** The buyer's wish that this grants. */
  requestId?: RefundRequestId;
  /** From the form: the same one twice is one refund. */
  token?: string;
  /** What had been asked back when staff looked, in cents: where it is another sum now, they look again. */
  seenRefundedCents?: Cents;
};

/** Asks an order's money back: all that follows is one transaction, and then Stripe is called with the key that it holds. Several
 *  at once wait for each other, and who comes later is judged by what is left. Throws a 404 where there is no such order. */
export async function requestRefund(wish: RefundWish): Promise<Result<{ refundId: RefundId }, RefundProblem>> {
  const idempotencyKey = `refund-${wish.token ?? newSecret()}`;
  const asked = await transaction((tx) => commit(tx, wish, idempotencyKey));
  if (asked.ok) await pursueRefund(asked.value.refundId);
  return asked;
}

/** What the wish would give back now, without doing it. */
export async function previewRefund(
  wish: Omit<RefundWish, "by" | "token">,
): Promise<Result<RefundPlan, RefundProblem>> {
  return decide(await readRefundFacts(db(), wish.orderId), wish);
}

async function commit(
  tx: Queries,
  wish: RefundWish,
  idempotencyKey: string,
): Promise<Result<{ refundId: RefundId }, RefundProblem>> {
  const { orderId, what, reason, restock, withdrawAccess, by, requestId } = wish;
  await lockOrder(tx, orderId);
  const twin = await tx.refund.findUnique({ where: { idempotencyKey }, select: { id: true, orderId: true } });
  if (twin?.orderId === orderId) return ok({ refundId: twin.id });
  const at = await databaseNow(tx);
  const read = await readRefundFacts(tx, orderId);
  const decided = decide(read, wish);
  if (!decided.ok) return decided;
  if (requestId && !(await answerRequest(tx, { requestId, orderId, state: "granted", by })))
    return failed({ kind: "request-answered", left: sumOfParts(openParts(read.facts)) });

  const { amount, parts, units } = decided.value;
  if (!(await raiseRefunded(tx, orderId, amount))) throw new Error(`the refunds of order ${orderId} don’t add up`);
  const { id } = await tx.refund.create({
    data: {
      orderId,
      // What was never fulfilled has no units to give back.
      kind: read.order.number === null ? "unfulfilled" : what.kind,
      amountCents: amount,
      ...{ itemsCents: parts.items, shippingCents: parts.shipping, taxCents: parts.tax },
      reason,
      requestedBy: by,
      ...{ restock, withdrawAccess, idempotencyKey, createdAt: at },
      units: { create: units.map((unit) => ({ enrolmentId: unit.id, amountCents: unit.amount })) },
    },
  });
  await claimUnits(
    tx,
    units.map((unit) => unit.id),
    { refundId: id, ...(withdrawAccess ? { withdrawnAt: at } : {}) },
  );
  if (restock) await shelve(tx, read.order, await copiesToShelve(tx, id));
  if (read.order.number === null) await releaseUnits(tx, orderId);
  await moveByRefunds(tx, orderId, at, `refund asked for by ${by}`);
  await writeAudit(tx, {
    actor: by,
    action: "refund.requested",
    subject: `order:${orderId}`,
    before: { refundedCents: read.order.refundedCents },
    after: {
      refundedCents: read.order.refundedCents + amount,
      ...{ what: what.kind, units: units.length, postageCents: parts.shipping, reason, restock, withdrawAccess },
    },
    at,
  });
  return ok({ refundId: id });
}

function decide(
  { order, facts }: Awaited<ReturnType<typeof readRefundFacts>>,
  { what, from = "paid", seenRefundedCents }: Pick<RefundWish, "what" | "from" | "seenRefundedCents">,
): Result<RefundPlan, RefundProblem> {
  const left = sumOfParts(openParts(facts));
  if (order.state !== from) return failed({ kind: "not-paid", state: order.state, left });
  if (order.disputes.some(({ status }) => blocksRefunds(status))) return failed({ kind: "disputed", left });
  if (seenRefundedCents !== undefined && seenRefundedCents !== order.refundedCents)
    return failed({ kind: "changed", left });
  const planned = planRefund(facts, what);
  return planned.ok ? planned : failed({ ...planned.problem, left });
}

/** A unit is refunded once: whoever comes second throws, and nothing of theirs is done. */
async function claimUnits(
  tx: Queries,
  ids: EnrollmentId[],
  data: { refundId: RefundId; withdrawnAt?: Date },
): Promise<void> {
  const { count } = await tx.enrolment.updateMany({
    where: { id: { in: ids }, refundId: null, certificate: { is: null } },
    data,
  });
  if (count < ids.length) throw new Error(`units of refund ${data.refundId} are not free`);
}

/** The units of a refund whose copies no refund before (that failed) has put on the shelf already. */
async function copiesToShelve(tx: Queries, refundId: RefundId): Promise<Set<EnrollmentId>> {
  const units = await tx.refundUnit.findMany({
    where: {
      refundId,
      enrolment: { refundUnits: { none: { refundId: { not: refundId }, refund: { restock: true } } } },
    },
    select: { enrolmentId: true },
  });
  return new Set(units.map(({ enrolmentId }) => enrolmentId));
}

async function shelve(tx: Queries, { lines }: RefundOrder, refunded: Set<EnrollmentId>): Promise<void> {
  const back = lines.flatMap(({ format, courseFormat: { stockId }, enrolments }) => {
    const copies = enrolments.filter(({ id }) => refunded.has(id)).length;
    return isMailed(format) && stockId && copies > 0 ? [{ stockId, copies }] : [];
  });
  // One order for everybody: two who change the same stocks never wait for each other.
  for (const { stockId, copies } of back.sort((a, b) => (a.stockId < b.stockId ? -1 : 1)))
    await returnCopies(tx, stockId, copies);
}
