import type Stripe from "stripe";
import { findSessionOfPayment } from "~/checkout/settle/find-session.server";
import type { OrderId } from "~/core/ids";
import { boundsOfDays } from "~/core/list-query";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { isStripeUnavailable, isUnknownToStripe, stripe } from "~/platform/stripe.server";
import { readShop } from "~/shop/shop.server";
import type { PaymentClue } from "./form";

export type FoundPayment =
  | { kind: "orders"; orderIds: OrderId[] }
  /** Stripe has the payment, but no order here matches it. */
  | { kind: "not-ours" }
  /** Stripe has no such payment. */
  | { kind: "nothing" };

/** The orders for a payment, from our own rows if they have it, otherwise from Stripe. Fails if Stripe can't be reached. */
export async function findPayment(clue: PaymentClue): Promise<Result<FoundPayment, "unreachable">> {
  try {
    return ok(clue.kind === "id" ? await byId(clue.id) : await byCard(clue));
  } catch (error) {
    if (isUnknownToStripe(error)) return ok({ kind: "nothing" });
    if (!isStripeUnavailable(error)) throw error;
    log.error({ err: error }, "Stripe could not be reached for a payment");
    return failed("unreachable");
  }
}

async function byId(id: string): Promise<FoundPayment> {
  const own = await ordersWhere({
    OR: [{ stripeSessionId: id }, { stripePaymentIntentId: id }, { stripeChargeId: id }],
  });
  if (own.length > 0) return { kind: "orders", orderIds: own };
  if (id.startsWith("cs_")) return orderOf(await stripe().checkout.sessions.retrieve(id));
  if (id.startsWith("pi_")) {
    const intent = await stripe().paymentIntents.retrieve(id);
    return orderOf((await findSessionOfPayment(id)) ?? intent);
  }
  return orderOf(await sessionOfCharge(await stripe().charges.retrieve(id)));
}

async function byCard({ last4, cents, day }: Extract<PaymentClue, { kind: "card" }>): Promise<FoundPayment> {
  const { timeZone } = await readShop();
  const { gte, lt } = boundsOfDays({ from: day, until: day }, timeZone);
  const own = await ordersWhere({ cardLast4: last4, receivedCents: cents, paidAt: { gte, lt } });
  if (own.length > 0) return { kind: "orders", orderIds: own };
  const orderIds = new Set<OrderId>();
  let isThere = false;
  const created = { gte: seconds(gte), lt: seconds(lt) };
  for await (const charge of stripe().charges.list({ created, limit: 100 })) {
    if (charge.amount !== cents || charge.payment_method_details?.card?.last4 !== last4) continue;
    isThere = true;
    const found = await orderOf(await sessionOfCharge(charge));
    if (found.kind === "orders") for (const orderId of found.orderIds) orderIds.add(orderId);
  }
  if (orderIds.size > 0) return { kind: "orders", orderIds: [...orderIds] };
  return { kind: isThere ? "not-ours" : "nothing" };
}

function seconds(instant: Date | undefined): number | undefined {
  return instant && Math.floor(instant.getTime() / 1000);
}

async function sessionOfCharge({ payment_intent: intent }: Stripe.Charge) {
  const id = typeof intent === "string" ? intent : intent?.id;
  return id ? findSessionOfPayment(id) : undefined;
}

type Made = { client_reference_id?: string | null; metadata: Stripe.Metadata | null };

async function orderOf(made: Made | undefined): Promise<FoundPayment> {
  const id = made?.client_reference_id ?? made?.metadata?.order_id;
  const orderIds = id ? await ordersWhere({ id }) : [];
  return orderIds.length > 0 ? { kind: "orders", orderIds } : { kind: "not-ours" };
}

async function ordersWhere(where: Prisma.OrderWhereInput): Promise<OrderId[]> {
  const orders = await db().order.findMany({ where, orderBy: { createdAt: "desc" }, take: 20, select: { id: true } });
  return orders.map(({ id }) => id);
}
