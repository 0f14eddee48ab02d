import { writeAudit } from "~/audit/audit.server";
import { isMailed } from "~/catalog/read/formats";
import type { EnrollmentId, OrderId, RefundId, RefundRequestId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { sumOfParts } from "~/ledger/entries/entry";
import { db, type Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits, returnCopies } from "~/stock/take-units.server";
import { blocksRefunds } from "../facts/disputed";
import { type RefundOrder, readRefundFacts } from "../facts/read.server";
import { openParts } from "../facts/refundable";
import { increaseRefunded, updateOrderByRefunds } from "../process/order.server";
import { processRefund } from "../process/process.server";
import { answerRequest } from "../request/requests.server";
import { planRefund, type RefundPlan, type RefundWhat } from "./plan";
import type { RefundProblem } from "./problem";

export type RefundInput = {
  orderId: OrderId;
  what: RefundWhat;
  reason: string;
  /** Whether the units' mailed copies return to stock (PRICING 9). */
  restock: boolean;
  /** Whether the units' course access ends. */
  withdrawAccess: boolean;
  /** A staff member's e-mail. */
  by: string;
  /** The state the order must have: "attention" only when staff resolve it. */
  from?: "paid" | "attention";
  /** The buyer's request that this approves. */
  requestId?: RefundRequestId;
  /** From the form: the same token twice is one refund. */
  token?: string;
  /** The amount refunded when staff opened the page, in cents: if it has changed, they review again. */
  seenRefundedCents?: Cents;
};

/** Refunds an order: everything is saved in one transaction, then Stripe is called with the saved key. Concurrent refunds wait for
 *  each other; the later one gets what is left. Throws a 404 if there is no such order. */
export async function issueRefund(input: RefundInput): Promise<Result<{ refundId: RefundId }, RefundProblem>> {
  const idempotencyKey = `refund-${input.token ?? newSecret()}`;
  const asked = await transaction((tx) => commit(tx, input, idempotencyKey));
  if (asked.ok) await processRefund(asked.value.refundId);
  return asked;
}

/** What a refund would come to now, without making it. */
export async function previewRefund(
  input: Omit<RefundInput, "by" | "token">,
): Promise<Result<RefundPlan, RefundProblem>> {
  return checkRefund(await readRefundFacts(db(), input.orderId), input);
}

async function commit(
  tx: Queries,
  input: RefundInput,
  idempotencyKey: string,
): Promise<Result<{ refundId: RefundId }, RefundProblem>> {
  const { orderId, what, reason, restock, withdrawAccess, by, requestId } = input;
  await lockOrder(tx, orderId);
  const existing = await tx.refund.findUnique({ where: { idempotencyKey }, select: { id: true, orderId: true } });
  if (existing?.orderId === orderId) return ok({ refundId: existing.id });
  const at = await databaseNow(tx);
  const read = await readRefundFacts(tx, orderId);
  const planned = checkRefund(read, input);
  if (!planned.ok) return planned;
  if (requestId && !(await answerRequest(tx, { requestId, orderId, state: "granted", by })))
    return failed({ kind: "request-answered", left: sumOfParts(openParts(read.facts)) });

  const { amount, parts, units } = planned.value;
  if (!(await increaseRefunded(tx, orderId, amount))) throw new Error(`the refunds of order ${orderId} don’t add up`);
  const { id } = await tx.refund.create({
    data: {
      orderId,
      // An unfulfilled order has no units to refund.
      kind: read.order.number === null ? "unfulfilled" : what.kind,
      amountCents: amount,
      ...{ itemsCents: parts.items, shippingCents: parts.shipping, taxCents: parts.tax },
      reason,
      requestedBy: by,
      ...{ restock, withdrawAccess, idempotencyKey, createdAt: at },
      units: { create: units.map((unit) => ({ enrollmentId: unit.id, amountCents: unit.amount })) },
    },
  });
  await claimUnits(
    tx,
    units.map((unit) => unit.id),
    { refundId: id, ...(withdrawAccess ? { withdrawnAt: at } : {}) },
  );
  if (restock) await restockCopies(tx, read.order, await unitsToRestock(tx, id));
  if (read.order.number === null) await releaseUnits(tx, orderId);
  await updateOrderByRefunds(tx, orderId, at, `refund requested by ${by}`);
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

function checkRefund(
  { order, facts }: Awaited<ReturnType<typeof readRefundFacts>>,
  { what, from = "paid", seenRefundedCents }: Pick<RefundInput, "what" | "from" | "seenRefundedCents">,
): Result<RefundPlan, RefundProblem> {
  const left = sumOfParts(openParts(facts));
  if (order.state !== from) return failed({ kind: "not-paid", state: order.state, left });
  if (order.disputes.some(({ status }) => blocksRefunds(status))) return failed({ kind: "disputed", left });
  if (seenRefundedCents !== undefined && seenRefundedCents !== order.refundedCents)
    return failed({ kind: "changed", left });
  const planned = planRefund(facts, what);
  return planned.ok ? planned : failed({ ...planned.problem, left });
}

/** A unit is refunded once: the second attempt throws and is rolled back. */
async function claimUnits(
  tx: Queries,
  ids: EnrollmentId[],
  data: { refundId: RefundId; withdrawnAt?: Date },
): Promise<void> {
  const { count } = await tx.enrollment.updateMany({
    where: { id: { in: ids }, refundId: null, certificate: { is: null } },
    data,
  });
  if (count < ids.length) throw new Error(`units of refund ${data.refundId} are already refunded or certified`);
}

/** The refund's units whose copies an earlier, failed refund hasn't already restocked. */
async function unitsToRestock(tx: Queries, refundId: RefundId): Promise<Set<EnrollmentId>> {
  const units = await tx.refundUnit.findMany({
    where: {
      refundId,
      enrollment: { refundUnits: { none: { refundId: { not: refundId }, refund: { restock: true } } } },
    },
    select: { enrollmentId: true },
  });
  return new Set(units.map(({ enrollmentId }) => enrollmentId));
}

async function restockCopies(tx: Queries, { lines }: RefundOrder, refunded: Set<EnrollmentId>): Promise<void> {
  const back = lines.flatMap(({ format, courseFormat: { stockId }, enrollments }) => {
    const copies = enrollments.filter(({ id }) => refunded.has(id)).length;
    return isMailed(format) && stockId && copies > 0 ? [{ stockId, copies }] : [];
  });
  // Always in the same sequence, so two transactions can't deadlock.
  for (const { stockId, copies } of back.sort((a, b) => (a.stockId < b.stockId ? -1 : 1)))
    await returnCopies(tx, stockId, copies);
}
