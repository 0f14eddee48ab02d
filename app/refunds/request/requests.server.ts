import { writeAudit } from "~/audit/audit.server";
import { dayIn } from "~/core/dates";
import type { OrderId, RefundRequestId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { readShop } from "~/shop/shop.server";
import { alertStaff } from "../process/order.server";
import type { RefundRequestForm } from "./form";
import { type RefundPolicy, refundPolicy } from "./policy";

export type RefundRequestProblem =
  | { kind: "already-open" }
  /** The window closed, or a chosen unit has since been certified or refunded. */
  | { kind: "outside-policy" };

type NewRequest = RefundRequestForm & { orderId: OrderId };

/** Saves a buyer's request for staff. An order has one open request: sending the same one twice counts once; another must wait for
 *  the answer. */
export async function submitRefundRequest({
  orderId,
  units,
  reason,
}: NewRequest): Promise<Result<{ requestId: RefundRequestId }, RefundRequestProblem>> {
  const { timeZone, refundDays } = await readShop();
  return transaction(async (tx) => {
    // A concurrent request waits here, and then sees this one.
    await lockOrder(tx, orderId);
    const at = await databaseNow(tx);
    const open = await tx.refundRequest.findFirst({ where: { orderId, state: "open" } });
    const enrollmentIds = [...new Set(units)].sort();
    if (open) {
      const isSame = open.reason === reason && JSON.stringify(open.enrollmentIds) === JSON.stringify(enrollmentIds);
      return isSame ? ok({ requestId: open.id }) : failed({ kind: "already-open" as const });
    }
    const policy = evaluatePolicy(await readPolicyFacts(tx, orderId), { refundDays, timeZone, at });
    const isAllowed = policy.kind === "open" && enrollmentIds.every((id) => policy.unitIds.includes(id));
    if (!isAllowed) return failed({ kind: "outside-policy" as const });

    const { id: requestId } = await tx.refundRequest.create({ data: { orderId, at, reason, enrollmentIds } });
    await writeAudit(tx, {
      actor: "buyer",
      action: "refund-request.made",
      subject: `order:${orderId}`,
      after: { requestId, units: enrollmentIds.length },
      at,
    });
    await queueMail(tx, { kind: "refund-request-received", payload: { requestId, orderId }, orderId, at });
    const what = `The buyer requests a refund of ${enrollmentIds.length === 1 ? "1 unit" : `${enrollmentIds.length} units`}. Answer under Refund requests.`;
    await alertStaff(tx, orderId, what, at);
    return ok({ requestId });
  });
}

type Answer = {
  requestId: RefundRequestId;
  orderId: OrderId;
  state: "granted" | "declined";
  answer?: string;
  by: string;
};

/** Answers a request, once; false if it was already answered. Approve one in the transaction that makes its refund. */
export async function answerRequest(tx: Queries, { requestId, orderId, state, answer, by }: Answer): Promise<boolean> {
  const at = await databaseNow(tx);
  const { count } = await tx.refundRequest.updateMany({
    where: { id: requestId, orderId, state: "open" },
    data: { state, answer, decidedAt: at, decidedBy: by },
  });
  if (count === 0) return false;
  await writeAudit(tx, {
    actor: by,
    action: `refund-request.${state}`,
    subject: `order:${orderId}`,
    after: { requestId, ...(answer ? { answer } : {}) },
    at,
  });
  await queueMail(tx, { kind: "refund-request-answered", payload: { requestId, orderId }, orderId, at });
  return true;
}

/** The facts for the refund policy. Throws a 404 if there is no such order. */
export async function readPolicyFacts(queries: Queries, orderId: OrderId) {
  const order = await queries.order.findUnique({
    where: { id: orderId },
    select: {
      ...{ state: true, number: true, paidAt: true, receivedCents: true, refundedCents: true },
      enrollments: {
        orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
        select: {
          ...{ id: true, unit: true, refundId: true, participantName: true },
          orderLine: { select: { title: true, format: true } },
          certificate: { select: { number: true } },
        },
      },
    },
  });
  if (!order) throw new Response("This order no longer exists.", { status: 404 });
  return order;
}
type Facts = Awaited<ReturnType<typeof readPolicyFacts>>;

export function evaluatePolicy(
  { enrollments, paidAt, ...order }: Facts,
  { refundDays, timeZone, at }: { refundDays: number; timeZone: string; at: Date },
): RefundPolicy {
  const units = enrollments.map(({ id, certificate, refundId }) => ({
    id,
    isCertified: certificate !== null,
    isRefunded: refundId !== null,
  }));
  const paidOn = paidAt && dayIn(paidAt, timeZone);
  return refundPolicy({ ...order, paidOn }, units, { refundDays, today: dayIn(at, timeZone) });
}
