import type Stripe from "stripe";
import type { OrderId, RefundId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isUnreachable, stripe } from "~/platform/stripe.server";
import { recordResult } from "./record.server";
import { refundExpansions, rejectionOf, resultOf } from "./stripe-result.server";

type PendingRefund = {
  id: RefundId;
  orderId: OrderId;
  amountCents: Cents;
  idempotencyKey: string;
  stripeRefundId: string | null;
  order: { stripePaymentIntentId: string | null };
};

const withPayment = { order: { select: { stripePaymentIntentId: true } } } as const;

/** Sends every saved refund that isn't final to Stripe. The row and its key are saved first, so a crash before the call repeats the
 *  same call. One that can't be sent now is retried next time and doesn't block the others. */
export async function processPendingRefunds(): Promise<void> {
  await processAll({});
}

/** The same for one order's refunds, so its news never waits for other orders. */
export async function processRefundsOfOrder(orderId: OrderId): Promise<void> {
  await processAll({ orderId });
}

async function processAll(where: { orderId?: OrderId }): Promise<void> {
  const rows = await db().refund.findMany({
    where: { ...where, state: { in: ["requested", "pending"] } },
    include: withPayment,
    orderBy: { createdAt: "asc" },
  });
  for (const refund of rows) if ((await tryToProcess(refund)) === "unreachable") return;
}

/** The same for one refund. */
export async function processRefund(id: RefundId): Promise<void> {
  await tryToProcess(await db().refund.findUniqueOrThrow({ where: { id }, include: withPayment }));
}

/** Syncs our own refund with Stripe: even one that succeeded can fail later. False if it isn't ours. Throws if Stripe can't be
 *  reached. */
export async function syncOwnRefund(refund: Stripe.Refund): Promise<boolean> {
  const ours = await db().refund.findFirst({
    where: {
      OR: [
        { stripeRefundId: refund.id },
        // We sent it but stopped before saving Stripe's response.
        { id: refund.metadata?.refund_id ?? "", stripeRefundId: null },
      ],
    },
    include: withPayment,
  });
  if (!ours) return false;
  await processOne({ ...ours, stripeRefundId: refund.id });
  return true;
}

async function tryToProcess(refund: PendingRefund): Promise<"done" | "unreachable"> {
  try {
    await processOne(refund);
    return "done";
  } catch (error) {
    log.error({ err: error, refund: refund.id }, "a refund could not be processed; it will be retried");
    return isUnreachable(error) ? "unreachable" : "done";
  }
}

async function processOne(refund: PendingRefund): Promise<void> {
  let answer: ReturnType<typeof resultOf>;
  try {
    answer = resultOf((await findAtStripe(refund)) ?? (await request(refund)));
  } catch (error) {
    if (!isRefusedByStripe(error)) throw error;
    log.error({ err: error, refund: refund.id }, "Stripe refused a refund; staff must look at it");
    answer = rejectionOf(error, refund.stripeRefundId);
  }
  await recordResult(refund.id, answer);
}

/** Look before sending: Stripe forgets idempotency keys after a day, and the same call would then refund twice. */
async function findAtStripe({ id, stripeRefundId, order }: PendingRefund): Promise<Stripe.Refund | undefined> {
  if (stripeRefundId) return stripe().refunds.retrieve(stripeRefundId, { expand: refundExpansions });
  const payment_intent = order.stripePaymentIntentId;
  if (!payment_intent) return undefined;
  const expand = refundExpansions.map((path) => `data.${path}`);
  for await (const refund of stripe().refunds.list({ payment_intent, limit: 100, expand }))
    if (refund.metadata?.refund_id === id) return refund;
  return undefined;
}

function request({ id, orderId, amountCents, idempotencyKey, order }: PendingRefund): Promise<Stripe.Refund> {
  if (!order.stripePaymentIntentId) throw new Error(`order ${orderId} has no payment to refund`);
  return stripe().refunds.create(
    {
      payment_intent: order.stripePaymentIntentId,
      amount: amountCents,
      metadata: { refund_id: id, order_id: orderId },
      expand: refundExpansions,
    },
    { idempotencyKey },
  );
}
