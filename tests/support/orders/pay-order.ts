import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";

/** Pays for an order at the stand-in as a buyer does on its page. The shop doesn't know yet: `fulfill` with the
 *  returned session id records it. */
export async function payAtStripe(standInUrl: string, orderId: string): Promise<string> {
  const { totalCents } = await db().order.findUniqueOrThrow({ where: { id: orderId } });
  const session = await stripe().checkout.sessions.create({
    mode: "payment",
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: totalCents, product_data: { name: "IV Therapeutics" } },
      },
    ],
    client_reference_id: orderId,
    metadata: { order_id: orderId },
    payment_intent_data: { metadata: { order_id: orderId } },
    success_url: "http://localhost:3000/checkout/done",
  });
  await db().order.update({ where: { id: orderId }, data: { stripeSessionId: session.id } });
  await controlOf(standInUrl)(`sessions/${session.id}/pay`, { outcome: "paid" });
  return session.id;
}

/** Calls a control of the stand-in; returns its JSON. */
export function controlOf(standInUrl: string) {
  return async (path: string, body: object = {}) => {
    const answer = await fetch(`${standInUrl}/_control/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`control ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}
