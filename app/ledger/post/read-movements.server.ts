import type Stripe from "stripe";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { isUnknownToStripe, stripe } from "~/platform/stripe.server";
import type { Movement } from "./movement";

/** `from` is inclusive, `until` exclusive; `source` is the id of a charge, refund, or payout. */
type Wanted = { from?: Date; until?: Date; source?: string };

/** The movements of Stripe's balance, earliest first, so a process that stops leaves no gap before what it has posted. */
export async function readMovements({ from, until, source }: Wanted): Promise<Movement[]> {
  const created = { gte: from && Math.floor(from.getTime() / 1000), lt: until && Math.ceil(until.getTime() / 1000) };
  const movements: Movement[] = [];
  const list = { ...(from || until ? { created } : {}), source, limit: 100, expand: ["data.source"] };
  for await (const transaction of stripe().balanceTransactions.list(list)) movements.push(movementOf(transaction));
  return movements.reverse();
}

/** Undefined if Stripe has no such transaction. */
export async function readMovement(id: string): Promise<Movement | undefined> {
  try {
    return movementOf(await stripe().balanceTransactions.retrieve(id, { expand: ["source"] }));
  } catch (error) {
    if (!isUnknownToStripe(error)) throw error;
    return undefined;
  }
}

function movementOf(transaction: Stripe.BalanceTransaction): Movement {
  const { id, created, reporting_category: category, currency, amount, fee, description, source } = transaction;
  return {
    id,
    at: new Date(created * 1000),
    category,
    currency,
    amount: cents(amount),
    fee: cents(fee),
    description: description ?? "",
    source: sourceOf(source),
  };
}

function sourceOf(source: Stripe.BalanceTransaction["source"]): Movement["source"] {
  if (source === null) return undefined;
  if (typeof source === "string") return { id: source };
  if (source.object === "charge")
    return {
      id: source.id,
      chargeId: source.id,
      paymentIntentId: idOf(source.payment_intent),
      orderId: OrderId.optional().parse(source.metadata.order_id),
    };
  if (source.object === "refund" || source.object === "dispute")
    return { id: source.id, chargeId: idOf(source.charge), paymentIntentId: idOf(source.payment_intent) };
  return { id: source.id };
}

function idOf(object: string | { id: string } | null): string | undefined {
  return typeof object === "string" ? object : object?.id;
}
