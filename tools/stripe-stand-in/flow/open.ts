import type Stripe from "stripe";
import type { SessionParams } from "../api/session-params";
import { newId } from "../ids";
import { makeLine } from "../objects/line-item";
import { openSession } from "../objects/session";
import { makeShippingRate } from "../objects/shipping-rate";
import type { StandIn } from "../stand-in";

/** Opens a session with its lines, products and shipping rates. Only inside `change`. */
export function open({ world, clock, address }: StandIn, params: SessionParams): Stripe.Checkout.Session {
  const id = newId("session");
  const created = clock.now();
  const lines = params.line_items.map((wanted) => makeLine(wanted, created));
  const rates = (params.shipping_options ?? []).map((option) => makeShippingRate(option.shipping_rate_data, created));
  for (const { product } of lines) world.products[product.id] = product;
  for (const rate of rates) world.shippingRates[rate.id] = rate;
  world.lineItems[id] = lines.map((line) => line.item);
  world.intentPlans[id] = {
    metadata: params.payment_intent_data?.metadata ?? {},
    description: params.payment_intent_data?.description ?? null,
    receiptEmail: params.payment_intent_data?.receipt_email ?? null,
  };
  const session = openSession({
    id,
    url: payAddress(address, id),
    created,
    params,
    subtotal: lines.reduce((sum, { item }) => sum + item.amount_total, 0),
    currency: lines[0]?.item.currency ?? "usd",
    shippingOptions: rates.map((rate) => ({ shipping_rate: rate.id, shipping_amount: rate.fixed_amount?.amount ?? 0 })),
  });
  world.sessions[id] = session;
  return session;
}

const payAddress = (address: string, sessionId: string) => `${address}/pay/${sessionId}`;

/** After a restart on another port, sessions still open must lead to where the stand-in now listens. */
export function readdressOpenSessions({ world, address }: StandIn): void {
  for (const session of Object.values(world.sessions)) {
    if (session.status === "open") world.sessions[session.id] = { ...session, url: payAddress(address, session.id) };
  }
}
