import type { OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";
import { readOrder } from "~/orders/read-order.server";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, stripe } from "~/platform/stripe.server";
import { closeUnpaidOrder } from "../settle/close-unpaid.server";
import { createTaxCustomer } from "../tax/customer.server";
import { type Agreement, acceptSession, type OpeningProblem } from "./accept-session.server";
import { storeSessionParameters } from "./store-parameters.server";

/** The URL of the order's payment page. The parameters are stored with their key before Stripe is called, so a second caller repeats
 *  the same call and Stripe answers both with one session. If the page can't be opened, the units are released. Never call inside a
 *  transaction. */
export async function openPaymentPage(orderId: OrderId, agreement: Agreement): Promise<Result<string, OpeningProblem>> {
  const order = await readOrder(orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  if (order.stripeSessionUrl) return withinAgreement(order.stripeSessionUrl, order, agreement);
  try {
    const customer = agreement.taxAddress && (await createTaxCustomer(order, agreement.taxAddress));
    const stored = await storeSessionParameters(order, customer);
    if (!stored.ok) {
      await closeUnpaidOrder(orderId, "its time was over before its payment page opened");
      return failed({ kind: "stale" });
    }
    const session = await stripe().checkout.sessions.create(stored.value, { idempotencyKey: order.idempotencyKey });
    return await acceptSession(order, session, agreement);
  } catch (error) {
    log.error({ err: error }, "the payment page could not be opened");
    // Another tab may have opened it with the same call: then the units stay held (PRICING 6).
    const current = await db().order.findUniqueOrThrow({ where: { id: orderId } });
    if (current.stripeSessionUrl) return withinAgreement(current.stripeSessionUrl, current, agreement);
    const isClosed = await closeUnpaidOrder(orderId, "payment page could not be opened");
    // Parameters that an earlier attempt stored but never sent may have become too old for Stripe.
    const isStale = isClosed && order.sessionParameters !== null && isRefusedByStripe(error);
    return failed({ kind: isStale ? "stale" : "payment-unavailable" });
  }
}

type Figures = { totalCents: Cents; taxCents: Cents };

function withinAgreement(url: string, { totalCents, taxCents }: Figures, { agreedCents }: Agreement) {
  return totalCents > agreedCents ? failed({ kind: "price-changed" as const, taxCents }) : ok(url);
}
