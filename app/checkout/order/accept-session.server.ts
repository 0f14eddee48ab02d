import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { type Cents, cents, sumCents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { sessionMismatches } from "../settle/classify-session";
import { closeUnpaidOrder } from "../settle/close-unpaid.server";
import type { TaxAddress } from "../tax/stripe-address";

export type Agreement = {
  /** The most that may be charged. */
  agreedCents: number;
  /** Where tax is due; undefined if none is computed. */
  taxAddress?: TaxAddress;
};

export type OpeningProblem =
  | { kind: "payment-unavailable" }
  /** The order expired before its page was opened: it is closed, and another can be placed. */
  | { kind: "stale" }
  /** Stripe's own total is higher than agreed to. */
  | { kind: "price-changed"; taxCents: Cents };

type OpenedOrder = { id: OrderId; currency: string; itemsCents: Cents; shippingCents: Cents };

/** Stores the session that Stripe opened, with the tax it will charge. Closes it if it does not match the agreement or is no longer
 *  wanted. The page's URL is stored last, so no other tab leads to a page that is being closed. */
export async function acceptSession(
  order: OpenedOrder,
  session: Stripe.Checkout.Session,
  { agreedCents, taxAddress }: Agreement,
): Promise<Result<string, OpeningProblem>> {
  const { id, itemsCents, shippingCents } = order;
  const taxCents = cents(session.total_details?.amount_tax ?? 0);
  const totalCents = sumCents([itemsCents, shippingCents, taxCents]);
  const mismatches = sessionMismatches({ ...order, totalCents }, session, env().SHOP_MODE === "live");
  if (taxAddress && session.automatic_tax.status !== "complete") mismatches.push("its tax is not computed");
  if (mismatches.length > 0) {
    log.error({ order: id, mismatches }, "a payment page does not match its order");
    await closeSession(id, session, `its payment page does not match: ${mismatches.join("; ")}`);
    return failed({ kind: "payment-unavailable" });
  }
  if (totalCents > agreedCents) {
    await closeSession(id, session, "its total is higher than agreed to");
    return failed({ kind: "price-changed", taxCents });
  }
  // Another tab may have started over during the call to Stripe: the order's units are released, and it must not be paid.
  const { count } = await db().order.updateMany({
    where: { id, state: { not: "expired" } },
    data: { stripeSessionId: session.id, stripeSessionUrl: session.url, taxCents, totalCents },
  });
  if (count === 0) {
    await closeSession(id, session, "superseded before its payment page opened");
    return failed({ kind: "payment-unavailable" });
  }
  return session.url ? ok(session.url) : failed({ kind: "payment-unavailable" });
}

async function closeSession(orderId: OrderId, session: Stripe.Checkout.Session, cause: string): Promise<void> {
  await db().order.update({ where: { id: orderId }, data: { stripeSessionId: session.id } });
  await closeUnpaidOrder(orderId, cause);
}
