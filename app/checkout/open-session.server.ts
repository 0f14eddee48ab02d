import type Stripe from "stripe";
import { isMailed } from "~/catalog/formats";
import { orderUrl } from "~/orders/links.server";
import { type Order, readOrder } from "~/orders/read-order.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { stripe } from "~/platform/stripe.server";
import { closeOpenOrder } from "./close-order.server";
import { expireOrder } from "./expire-order.server";
import { sessionParameters } from "./session-parameters";

/** The address of the order's payment page. The parameters are stored with their key before Stripe is called, and a second
 *  caller repeats the same call: Stripe answers both with one session. Where the page can't be opened the units go back,
 *  and the answer is undefined. Never inside a transaction. */
export async function openSession(orderId: string): Promise<string | undefined> {
  const order = await readOrder(orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  if (order.stripeSessionUrl) return order.stripeSessionUrl;
  const parameters = order.sessionParameters ? storedParameters(order.sessionParameters) : await store(order);
  try {
    const session = await stripe().checkout.sessions.create(parameters, { idempotencyKey: order.idempotencyKey });
    await db().order.updateMany({
      where: { id: orderId },
      data: { stripeSessionId: session.id, stripeSessionUrl: session.url },
    });
    if (await isGivenUp(orderId)) {
      await closeOpenOrder(orderId, "given up before its payment page opened");
      return undefined;
    }
    return session.url ?? undefined;
  } catch (error) {
    log.error({ err: error }, "the payment page could not be opened");
    // Another tab may have opened it with the same call: then the units stay held (PRICING 6).
    const { stripeSessionUrl } = await db().order.findUniqueOrThrow({ where: { id: orderId } });
    if (stripeSessionUrl) return stripeSessionUrl;
    await expireOrder(orderId, "payment page could not be opened");
    return undefined;
  }
}

/** Whether another tab began anew while Stripe was asked: the order's units have gone back, and nobody may pay it. */
async function isGivenUp(orderId: string): Promise<boolean> {
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  return order.state === "expired";
}

/** What was stored with the key is what is repeated, whatever this process would put together today. */
function storedParameters(stored: unknown): Stripe.Checkout.SessionCreateParams {
  return stored as Stripe.Checkout.SessionCreateParams;
}

async function store(order: Order): Promise<Stripe.Checkout.SessionCreateParams> {
  const parameters = sessionParameters(
    { ...order, isMailed: order.lines.some(({ format }) => isMailed(format)) },
    {
      success: `${env().SHOP_URL}/checkout/done?session_id={CHECKOUT_SESSION_ID}`,
      cancel: `${orderUrl(order.id)}?left=payment`,
    },
  );
  await db().order.updateMany({
    where: { id: order.id, stripeSessionId: null },
    data: { sessionParameters: parameters },
  });
  return parameters;
}
