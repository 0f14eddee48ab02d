import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { cents, formatCents } from "~/core/money";
import { sumOfParts } from "~/ledger/entries/entry";
import { findOrderByPayment } from "~/orders/find-by-payment.server";
import { databaseNow } from "~/platform/db/clock.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import { isUnknownToStripe, stripe } from "~/platform/stripe.server";
import { readRefundFacts } from "../facts/read.server";
import { partsLeft, partsOfAmount } from "../facts/refundable";
import { alertStaff, increaseRefunded, updateOrderByRefunds } from "./order.server";
import { processRefundsOfOrder, syncOwnRefund } from "./process.server";
import { refundExpansions } from "./stripe-result.server";

/** A refund of a payment that isn't on the order yet: fulfill `sessionId` first, then sync again. */
type Unreceived = { orderId: OrderId; sessionId: string };

/** Syncs one refund with Stripe: ours, or one made in Stripe's dashboard, which gets its own row. Returns what must be fulfilled
 *  first, if anything. Throws if it can't be recorded yet, so the event is retried. */
export async function syncRefund(stripeRefundId: string): Promise<Unreceived | undefined> {
  let refund: Stripe.Refund;
  try {
    refund = await stripe().refunds.retrieve(stripeRefundId, { expand: [...refundExpansions, "payment_intent"] });
  } catch (error) {
    if (isUnknownToStripe(error)) return undefined;
    throw error;
  }
  if (await syncOwnRefund(refund)) return undefined;
  const order = await findOrderByPayment(refund.payment_intent);
  if (!order) return undefined;
  if (order.receivedCents === 0 && order.stripeSessionId)
    return { orderId: order.id, sessionId: order.stripeSessionId };
  if (!(await importDashboardRefund(order.id, refund))) {
    // Stripe may now refuse one of our own pending refunds; once that has failed, there is room for this one.
    await processRefundsOfOrder(order.id);
    if (!(await importDashboardRefund(order.id, refund)))
      throw new Error(`refund ${refund.id} is more than is left on order ${order.id}`);
  }
  await syncOwnRefund(refund);
  return undefined;
}

/** All refunds of a charge, oldest first. */
export async function refundIdsOf(chargeId: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of stripe().refunds.list({ charge: chargeId, limit: 100 })) ids.push(id);
  // Stripe lists the newest first.
  return ids.reverse();
}

/** False if it is more than is left to refund. Access doesn't change: the dashboard doesn't say, so staff decide. */
async function importDashboardRefund(orderId: OrderId, refund: Stripe.Refund): Promise<boolean> {
  try {
    return await transaction(async (tx) => {
      await lockOrder(tx, orderId);
      const at = await databaseNow(tx);
      const { facts } = await readRefundFacts(tx, orderId);
      const left = partsLeft(facts);
      const amount = cents(refund.amount);
      if (amount > sumOfParts(left) || !(await increaseRefunded(tx, orderId, amount))) return false;
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
      await updateOrderByRefunds(tx, orderId, at, "refund in Stripe’s dashboard");
      const what = `${formatCents(amount)} was refunded in Stripe’s dashboard. Course access hasn’t changed. If it should end, end it on the order’s refund page.`;
      await alertStaff(tx, orderId, what, at);
      return true;
    });
  } catch (error) {
    // Another event recorded the same refund first.
    if (isDuplicateOf(error, "Refund_stripeRefundId_key", "Refund_idempotencyKey_key")) return true;
    throw error;
  }
}
