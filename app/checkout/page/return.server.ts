import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { orderPath } from "~/orders/links.server";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isStripeUnavailable } from "~/platform/stripe.server";
import { reconcileWithStripe } from "../settle/reconcile.server";

/** Reconciles the session a shopper returns with, and returns the path of the order page. If Stripe is down, the order page
 *  still opens and the sweep does the rest. Throws a 404 for a session that is not ours, and a 503 if Stripe is down and only
 *  Stripe knows whose session it is. */
export async function returnFromPayment(sessionId: string | null): Promise<string> {
  if (!sessionId || !/^cs_[A-Za-z0-9_]{10,250}$/.test(sessionId)) throw notOurs();
  try {
    const orderId = await reconcileWithStripe(sessionId, "success page");
    if (!orderId) throw notOurs();
    sendMailSoon();
    return orderPath(orderId);
  } catch (error) {
    if (error instanceof Response) throw error;
    if (isRefusedByStripe(error)) throw notOurs();
    log.error({ err: error }, "a returning payment could not be reconciled yet");
    const order = await db().order.findUnique({ where: { stripeSessionId: sessionId }, select: { id: true } });
    if (!order) throw isStripeUnavailable(error) ? tryLater() : error;
    return orderPath(order.id);
  }
}

function notOurs(): Response {
  return new Response("This link doesn’t match a payment in our shop.", { status: 404 });
}

function tryLater(): Response {
  return new Response(
    "We can’t look up your payment right now. If you paid, your order will be completed automatically and we’ll e-mail your receipt. Reload this page in a minute to see it.",
    { status: 503 },
  );
}
