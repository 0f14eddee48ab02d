import type Stripe from "stripe";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { readOrder } from "~/orders/read-order.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, stripe } from "~/platform/stripe.server";
import { closeOpenOrder } from "../settle/close-order.server";
import { differencesFrom } from "../settle/judge-session";
import type { TaxAddress } from "../tax/preview-tax.server";
import { fixParameters, taxCustomer } from "./session-call.server";

type Agreement = {
  /** The most that may be charged. */
  agreedCents: number;
  /** Where tax is due; undefined where none is computed. */
  taxAddress?: TaxAddress;
};

export type OpeningProblem =
  | { kind: "payment-unavailable" }
  /** The order's time is over before its page was opened: it is closed, and another may be placed. */
  | { kind: "stale" }
  /** Stripe's own total is higher than what was agreed to. */
  | { kind: "price-changed"; taxCents: number };

/** The address of the order's payment page. The parameters are stored with their key before Stripe is called, and a second
 *  caller repeats the same call: Stripe answers both with one session. Where the page can't be opened the units go back. Never
 *  inside a transaction. */
export async function openSession(orderId: OrderId, agreement: Agreement): Promise<Result<string, OpeningProblem>> {
  const order = await readOrder(orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  if (order.stripeSessionUrl) return agreed(order.stripeSessionUrl, order, agreement);
  try {
    const customer = agreement.taxAddress && (await taxCustomer(order, agreement.taxAddress));
    const fixed = await fixParameters(order, customer);
    if (!fixed.ok) {
      await closeOpenOrder(orderId, "its time was over before its payment page opened");
      return failed({ kind: "stale" });
    }
    const session = await stripe().checkout.sessions.create(fixed.value, { idempotencyKey: order.idempotencyKey });
    return await takeOver(order, session, agreement);
  } catch (error) {
    log.error({ err: error }, "the payment page could not be opened");
    // Another tab may have opened it with the same call: then the units stay held (PRICING 6).
    const now = await db().order.findUniqueOrThrow({ where: { id: orderId } });
    if (now.stripeSessionUrl) return agreed(now.stripeSessionUrl, now, agreement);
    const isClosed = await closeOpenOrder(orderId, "payment page could not be opened");
    // What an earlier try stored (and did not live to send) may have grown too old for Stripe.
    const isStale = isClosed && order.sessionParameters !== null && isRefusedByStripe(error);
    return failed({ kind: isStale ? "stale" : "payment-unavailable" });
  }
}

type Figures = { totalCents: number; taxCents: number };

function agreed(url: string, { totalCents, taxCents }: Figures, { agreedCents }: Agreement) {
  return totalCents > agreedCents ? failed({ kind: "price-changed" as const, taxCents }) : ok(url);
}

type OpenedOrder = { id: OrderId; currency: string; itemsCents: number; shippingCents: number };

/** Keeps what Stripe opened, with the tax that it will charge; or closes it, where that is not what the shopper agreed to or
 *  nobody wants it any more. The page's address is kept last: no other tab may lead to a page that is being closed. */
async function takeOver(
  order: OpenedOrder,
  session: Stripe.Checkout.Session,
  { agreedCents, taxAddress }: Agreement,
): Promise<Result<string, OpeningProblem>> {
  const { id, itemsCents, shippingCents } = order;
  const taxCents = session.total_details?.amount_tax ?? 0;
  const totalCents = itemsCents + shippingCents + taxCents;
  const differences = differencesFrom({ ...order, totalCents }, session, env().SHOP_MODE === "live");
  if (taxAddress && session.automatic_tax.status !== "complete") differences.push("its tax is not computed");
  if (differences.length > 0) {
    log.error({ order: id, differences }, "a payment page is not its order's");
    await close(id, session, `its payment page is another one: ${differences.join("; ")}`);
    return failed({ kind: "payment-unavailable" });
  }
  if (totalCents > agreedCents) {
    await close(id, session, "its total is higher than what was agreed to");
    return failed({ kind: "price-changed", taxCents });
  }
  // Another tab may have begun anew while Stripe was asked: the order's units have gone back, and nobody may pay it.
  const { count } = await db().order.updateMany({
    where: { id, state: { not: "expired" } },
    data: { stripeSessionId: session.id, stripeSessionUrl: session.url, taxCents, totalCents },
  });
  if (count === 0) {
    await close(id, session, "given up before its payment page opened");
    return failed({ kind: "payment-unavailable" });
  }
  return session.url ? ok(session.url) : failed({ kind: "payment-unavailable" });
}

async function close(id: OrderId, session: Stripe.Checkout.Session, cause: string): Promise<void> {
  await db().order.update({ where: { id }, data: { stripeSessionId: session.id } });
  await closeOpenOrder(id, cause);
}
