import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { cents, formatCents } from "~/core/money";
import { sumOfParts } from "~/ledger/entry";
import { findOrderByPayment } from "~/orders/find-by-payment.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { isUnknownToStripe, stripe } from "~/platform/stripe.server";
import { alertStaff, moveByRefunds, raiseRefunded } from "./order-of-refunds.server";
import { pursueRefundsOf, reviewOwnRefund } from "./pursue-refunds.server";
import { readRefundFacts } from "./refund-facts.server";
import { partsLeft, partsOfAmount } from "./refundable";
import { wholeRefund } from "./stripe-answer.server";

/** A refund of a payment that the order does not know of yet: `sessionId` must be fulfilled first, then it is asked again. */
type Unreceived = { orderId: OrderId; sessionId: string };

/** Takes up Stripe's news of a refund: one of ours, or one that was made in Stripe's dashboard, which becomes a row of its own.
 *  Answers what must be fulfilled before, if anything. Throws where it can't be taken up now, so that the event is tried again. */
export async function reviewRefund(stripeRefundId: string): Promise<Unreceived | undefined> {
  let refund: Stripe.Refund;
  try {
    refund = await stripe().refunds.retrieve(stripeRefundId, { expand: [...wholeRefund, "payment_intent"] });
  } catch (error) {
    if (isUnknownToStripe(error)) return undefined;
    throw error;
  }
  if (await reviewOwnRefund(refund)) return undefined;
  const order = await findOrderByPayment(refund.payment_intent);
  if (!order) return undefined;
  if (order.receivedCents === 0 && order.stripeSessionId)
    return { orderId: order.id, sessionId: order.stripeSessionId };
  if (!(await adopt(order.id, refund))) {
    // What of ours waits may be what Stripe refuses now: then it counts no more, and there is room.
    await pursueRefundsOf(order.id);
    if (!(await adopt(order.id, refund)))
      throw new Error(`refund ${refund.id} is more than what is left of order ${order.id}`);
  }
  await reviewOwnRefund(refund);
  return undefined;
}

/** The refunds of a charge that Stripe has news of. */
export async function refundIdsOf(chargeId: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of stripe().refunds.list({ charge: chargeId, limit: 100 })) ids.push(id);
  // Stripe lists the newest first.
  return ids.reverse();
}

/** False where it is more than is left to give back. Its access stays as it is: the dashboard does not say, so staff are asked. */
async function adopt(orderId: OrderId, refund: Stripe.Refund): Promise<boolean> {
  try {
    return await transaction(async (tx) => {
      await lockOrder(tx, orderId);
      const at = await databaseNow(tx);
      const { facts } = await readRefundFacts(tx, orderId);
      const left = partsLeft(facts);
      const amount = cents(refund.amount);
      if (amount > sumOfParts(left) || !(await raiseRefunded(tx, orderId, amount))) return false;
      const { items, shipping, tax } = partsOfAmount(facts, amount, left);
      await tx.refund.create({
        data: {
          orderId,
          kind: "outside",
          amountCents: amount,
          ...{ itemsCents: items, shippingCents: shipping, taxCents: tax },
          reason: refund.reason?.replaceAll("_", " ") ?? "made in Stripe’s dashboard",
          requestedBy: "Stripe’s dashboard",
          state: "pending",
          idempotencyKey: `outside-${refund.id}`,
          stripeRefundId: refund.id,
          createdAt: at,
        },
      });
      await moveByRefunds(tx, orderId, at, "refund in Stripe’s dashboard");
      const what = `${formatCents(amount)} were refunded in Stripe’s dashboard. Access to the courses is as it was: decide on the order’s page whether it ends.`;
      await alertStaff(tx, orderId, what, at);
      return true;
    });
  } catch (error) {
    // Another event of the same refund was quicker.
    if (isDuplicateOf(error, "Refund_stripeRefundId_key", "Refund_idempotencyKey_key")) return true;
    throw error;
  }
}
