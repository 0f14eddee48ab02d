import type { Cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import type { Movement, MovementFacts } from "./movement";

/** What the shop's own tables know about a movement. */
export async function readMovementFacts({ source }: Movement): Promise<MovementFacts> {
  if (!source) return {};
  const refund = await db().refund.findUnique({ where: { stripeRefundId: source.id } });
  const order = (await findOrder(source, refund?.orderId)) ?? (await findOrderAtStripe(source));
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
      ? { orderId: refund.orderId, ...amountsOf(refund), isFulfilled: await wasPostedAsSale(refund, order) }
      : undefined,
  };
}

type Source = NonNullable<Movement["source"]>;

async function findOrder({ chargeId, paymentIntentId, orderId }: Source, known: string | undefined) {
  const id = known ?? orderId;
  const matches = [
    ...(id ? [{ id }] : []),
    ...(chargeId ? [{ stripeChargeId: chargeId }] : []),
    ...(paymentIntentId ? [{ stripePaymentIntentId: paymentIntentId }] : []),
  ];
  return matches.length > 0 ? db().order.findFirst({ where: { OR: matches } }) : null;
}

/** A refund or dispute can reach the balance before the shop knows of its payment: then only Stripe knows the order. */
async function findOrderAtStripe({ paymentIntentId, orderId }: Source) {
  if (!paymentIntentId || orderId) return null;
  const { metadata } = await stripe().paymentIntents.retrieve(paymentIntentId);
  return metadata.order_id ? db().order.findUnique({ where: { id: metadata.order_id } }) : null;
}

type Refund = { kind: string; stripeRefundId: string | null };

/** A returned refund reverses what was posted when it left, even if its order has changed since. */
async function wasPostedAsSale(refund: Refund, order: { number: number | null } | null): Promise<boolean> {
  const left = await db().ledgerEntry.findUnique({
    where: { reference: `refund:${refund.stripeRefundId}` },
    select: { postings: { select: { account: true } } },
  });
  if (left) return left.postings.every(({ account }) => account !== "unfulfilled");
  return reversesSale(refund, order);
}

/** Fulfillment assigns the number: money received for an order without one is owed back. */
export function reversesSale({ kind }: Refund, order: { number: number | null } | null): boolean {
  return kind !== "unfulfilled" && order?.number != null;
}

export function amountsOf(row: { itemsCents: Cents; shippingCents: Cents; taxCents: Cents }) {
  return { items: row.itemsCents, shipping: row.shippingCents, tax: row.taxCents };
}
