import { sendMailSoon } from "~/mail/deliver.server";
import { orderPath } from "~/orders/links.server";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isStripeAway } from "~/platform/stripe.server";
import { fulfil } from "../settle/fulfil.server";

/** Fulfils the session that a shopper comes back with and answers the path of the order's page. Where Stripe can't be asked
 *  now, the order's page still opens and the sweep does the rest. Throws a 404 for a session that is not ours, and a 503
 *  where only Stripe, which can't be asked, knows whose it is. */
export async function returnFromPayment(sessionId: string | null): Promise<string> {
  if (!sessionId || !/^cs_[A-Za-z0-9_]{10,250}$/.test(sessionId)) throw notOurs();
  try {
    const orderId = await fulfil(sessionId, "success page");
    if (!orderId) throw notOurs();
    sendMailSoon();
    return orderPath(orderId);
  } catch (error) {
    if (error instanceof Response) throw error;
    if (isRefusedByStripe(error)) throw notOurs();
    log.error({ err: error }, "a returning payment could not be fulfilled at once");
    const order = await db().order.findUnique({ where: { stripeSessionId: sessionId }, select: { id: true } });
    if (!order) throw isStripeAway(error) ? later() : error;
    return orderPath(order.id);
  }
}

function notOurs(): Response {
  return new Response("There is no payment of this shop behind this link.", { status: 404 });
}

function later(): Response {
  return new Response(
    "The payment can’t be looked up at this moment. If you have paid, your order is completed without you, and the receipt comes by e-mail. Reload this page in a minute to see it.",
    { status: 503 },
  );
}
