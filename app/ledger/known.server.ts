import { db } from "~/platform/db.server";
import type { Known, Movement } from "./book-transaction";

/** What the shop's own tables know of a movement. */
export async function readKnown({ source }: Movement): Promise<Known> {
  if (!source) return {};
  const refund = await db().refund.findUnique({ where: { stripeRefundId: source.id } });
  const { chargeId, paymentIntentId } = source;
  const orderId = refund?.orderId ?? source.orderId;
  const matches = [
    ...(orderId ? [{ id: orderId }] : []),
    ...(chargeId ? [{ stripeChargeId: chargeId }] : []),
    ...(paymentIntentId ? [{ stripePaymentIntentId: paymentIntentId }] : []),
  ];
  const order = matches.length > 0 ? await db().order.findFirst({ where: { OR: matches } }) : null;
  return {
    order: order
      ? {
          id: order.id,
          ...amountsOf(order),
          receivedCents: order.receivedCents,
          isFulfilled: order.number !== null,
          isInAttention: order.state === "attention",
        }
      : undefined,
    refund: refund
      ? { orderId: refund.orderId, ...amountsOf(refund), isFulfilled: refund.kind !== "unfulfilled" }
      : undefined,
  };
}

export function amountsOf(row: { itemsCents: number; shippingCents: number; taxCents: number }) {
  return { items: row.itemsCents, shipping: row.shippingCents, tax: row.taxCents };
}
