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
import { alertStaff } from "./order-of-refunds.server";
import { type RefundPolicy, refundPolicy } from "./refund-policy";
import type { RefundRequestForm } from "./refund-request-form";

export type AskProblem =
  | { kind: "already-open" }
  /** The window closed, or a chosen unit was certified or refunded meanwhile. */
  | { kind: "outside-policy" };

type Wish = RefundRequestForm & { orderId: OrderId };

/** Writes a buyer's wish down for staff. An order has one open wish: the same one sent twice is one, another has to wait for the
 *  answer. */
export async function askForRefund({
  orderId,
  units,
  reason,
}: Wish): Promise<Result<{ requestId: RefundRequestId }, AskProblem>> {
  const { timeZone, refundDays } = await readShop();
  return transaction(async (tx) => {
    // Whoever comes at the same time waits here, and then sees this wish.
    await lockOrder(tx, orderId);
    const at = await databaseNow(tx);
    const open = await tx.refundRequest.findFirst({ where: { orderId, state: "open" } });
    const enrolmentIds = [...new Set(units)].sort();
    if (open) {
      const isSame = open.reason === reason && JSON.stringify(open.enrolmentIds) === JSON.stringify(enrolmentIds);
      return isSame ? ok({ requestId: open.id }) : failed({ kind: "already-open" as const });
    }
    const policy = judge(await readPolicyFacts(tx, orderId), { refundDays, timeZone, at });
    const isAllowed = policy.kind === "open" && enrolmentIds.every((id) => policy.unitIds.includes(id));
    if (!isAllowed) return failed({ kind: "outside-policy" as const });

    const { id: requestId } = await tx.refundRequest.create({ data: { orderId, at, reason, enrolmentIds } });
    await writeAudit(tx, {
      actor: "buyer",
      action: "refund-request.made",
      subject: `order:${orderId}`,
      after: { requestId, units: enrolmentIds.length },
      at,
    });
    await queueMail(tx, { kind: "refund-request-received", payload: { requestId, orderId }, orderId, at });
    const what = `The buyer asks for a refund of ${enrolmentIds.length === 1 ? "a unit" : `${enrolmentIds.length} units`}; it waits for an answer under Refund requests.`;
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

/** Decides a wish, once: false where it was decided before. A granted one belongs into the transaction that asks the money back. */
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

/** What the policy is judged by. Throws a 404 where there is no such order. */
export async function readPolicyFacts(queries: Queries, orderId: OrderId) {
  const order = await queries.order.findUnique({
    where: { id: orderId },
    select: {
      ...{ state: true, number: true, paidAt: true, receivedCents: true, refundedCents: true },
      enrolments: {
        orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
        select: {
          ...{ id: true, unit: true, refundId: true, participantName: true },
          orderLine: { select: { title: true, format: true } },
          certificate: { select: { number: true } },
        },
      },
    },
  });
  if (!order) throw new Response("This order is no longer here.", { status: 404 });
  return order;
}
type Facts = Awaited<ReturnType<typeof readPolicyFacts>>;

export function judge(
  { enrolments, paidAt, ...order }: Facts,
  { refundDays, timeZone, at }: { refundDays: number; timeZone: string; at: Date },
): RefundPolicy {
  const units = enrolments.map(({ id, certificate, refundId }) => ({
    id,
    isCertified: certificate !== null,
    isRefunded: refundId !== null,
  }));
  const paidOn = paidAt && dayIn(paidAt, timeZone);
  return refundPolicy({ ...order, paidOn }, units, { refundDays, today: dayIn(at, timeZone) });
}
