import { href } from "~/addresses/href";
import { OrderId } from "~/core/ids";
import { sendMailSoon } from "~/mail/deliver/deliver.server";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { isRefusedByStripe, isStripeUnavailable } from "~/platform/stripe.server";
import { reconcileWithStripe } from "../settle/reconcile.server";
import { orderPagesOf } from "./order-page.server";

/** Where a shopper goes who returns from the payment page, or from a free order, which has none: to the order page if this visitor
 *  is its buyer; undefined if not, though the payment counts. Throws a 404 for a session that is not ours, and a 503 if Stripe is
 *  down and only Stripe knows whose session it is. */
export async function returnFromPayment(request: Request): Promise<string | undefined> {
  const query = new URL(request.url).searchParams;
  const named = query.get("order");
  if (named !== null) return pathOf(request, OrderId.parse(named), query.get("left") === "payment");
  return pathOf(request, await orderOfSession(query.get("session_id")), false);
}

async function pathOf(request: Request, orderId: OrderId, leftPayment: boolean): Promise<string | undefined> {
  const pages = await orderPagesOf(request, orderId);
  if (!leftPayment) return pages?.order();
  return pages ? pages.order({ left: "payment" }) : href("cart");
}

/** Reconciles the session. If Stripe is down, the order is still found and the sweep does the rest. */
async function orderOfSession(sessionId: string | null): Promise<OrderId> {
  if (!sessionId || !/^cs_[A-Za-z0-9_]{10,250}$/.test(sessionId)) throw notOurs();
  try {
    const orderId = await reconcileWithStripe(sessionId, "success page");
    if (!orderId) throw notOurs();
    sendMailSoon();
    return orderId;
  } catch (error) {
    if (error instanceof Response) throw error;
    if (isRefusedByStripe(error)) throw notOurs();
    log.error({ err: error }, "a returning payment could not be reconciled yet");
    const order = await db().order.findUnique({ where: { stripeSessionId: sessionId }, select: { id: true } });
    if (!order) throw isStripeUnavailable(error) ? tryLater() : error;
    return order.id;
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
