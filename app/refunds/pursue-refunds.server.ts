import type Stripe from "stripe";
import type { OrderId, RefundId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isUnreachable, stripe } from "~/platform/stripe.server";
import { recordAnswer } from "./record-refund.server";
import { answerOf, refusalOf, wholeRefund } from "./stripe-answer.server";

type Pursued = {
  id: RefundId;
  orderId: OrderId;
  amountCents: Cents;
  idempotencyKey: string;
  stripeRefundId: string | null;
  order: { stripePaymentIntentId: string | null };
};

const withPayment = { order: { select: { stripePaymentIntentId: true } } } as const;

/** Asks Stripe for every refund that is committed but not final. The row and its key come first, so a crash between row and
 *  call repeats the same call. One that can't be asked for now is tried again next time, and holds up no other. */
export async function pursueRefunds(): Promise<void> {
  await pursueEach({});
}

/** The same for those of one order: whoever hears of it waits for no other. */
export async function pursueRefundsOf(orderId: OrderId): Promise<void> {
  await pursueEach({ orderId });
}

async function pursueEach(where: { orderId?: OrderId }): Promise<void> {
  const rows = await db().refund.findMany({
    where: { ...where, state: { in: ["requested", "pending"] } },
    include: withPayment,
    orderBy: { createdAt: "asc" },
  });
  for (const refund of rows) if ((await pursueOrWait(refund)) === "unreachable") return;
}

/** The same for one, at once. */
export async function pursueRefund(id: RefundId): Promise<void> {
  await pursueOrWait(await db().refund.findUniqueOrThrow({ where: { id }, include: withPayment }));
}

/** Asks again for a refund of ours that Stripe has news of: also one that had succeeded may fail in the end. False where it is
 *  none of ours. Throws where Stripe can't be asked. */
export async function reviewOwnRefund(refund: Stripe.Refund): Promise<boolean> {
  const ours = await db().refund.findFirst({
    where: {
      OR: [
        { stripeRefundId: refund.id },
        // Asked for by us, but we did not live to note the answer.
        { id: refund.metadata?.refund_id ?? "", stripeRefundId: null },
      ],
    },
    include: withPayment,
  });
  if (!ours) return false;
  await pursue({ ...ours, stripeRefundId: refund.id });
  return true;
}

async function pursueOrWait(refund: Pursued): Promise<"done" | "unreachable"> {
  try {
    await pursue(refund);
    return "done";
  } catch (error) {
    log.error({ err: error, refund: refund.id }, "a refund could not be pursued; it is tried again");
    return isUnreachable(error) ? "unreachable" : "done";
  }
}

async function pursue(refund: Pursued): Promise<void> {
  let answer: ReturnType<typeof answerOf>;
  try {
    answer = answerOf((await findAtStripe(refund)) ?? (await request(refund)));
  } catch (error) {
    if (!isRefusedByStripe(error)) throw error;
    log.error({ err: error, refund: refund.id }, "Stripe refuses a refund; staff must look at it");
    answer = refusalOf(error, refund.stripeRefundId);
  }
  await recordAnswer(refund.id, answer);
}

/** Looked for before it is asked for: after a day Stripe has forgotten the key, and the same call would refund twice. */
async function findAtStripe({ id, stripeRefundId, order }: Pursued): Promise<Stripe.Refund | undefined> {
  if (stripeRefundId) return stripe().refunds.retrieve(stripeRefundId, { expand: wholeRefund });
  const payment_intent = order.stripePaymentIntentId;
  if (!payment_intent) return undefined;
  const expand = wholeRefund.map((path) => `data.${path}`);
  for await (const refund of stripe().refunds.list({ payment_intent, limit: 100, expand }))
    if (refund.metadata?.refund_id === id) return refund;
  return undefined;
}

function request({ id, orderId, amountCents, idempotencyKey, order }: Pursued): Promise<Stripe.Refund> {
  if (!order.stripePaymentIntentId) throw new Error(`order ${orderId} has no payment to refund`);
  return stripe().refunds.create(
    {
      payment_intent: order.stripePaymentIntentId,
      amount: amountCents,
      metadata: { refund_id: id, order_id: orderId },
      expand: wholeRefund,
    },
    { idempotencyKey },
  );
}
