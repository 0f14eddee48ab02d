import type Stripe from "stripe";
import { taxAddress } from "../objects/customer";
import type { Collected } from "../objects/session";
import { calculateTotals } from "../objects/totals";
import type { StandIn } from "../stand-in";
import type { World } from "../world";

/**
 * Recomputes a session's totals for this shipping option, with tax for the address that the shopper entered, or
 * else for the customer's. Saves the lines and returns the session for the caller to save. Only inside `change`.
 */
export function reprice(
  world: World,
  session: Stripe.Checkout.Session,
  { rate, address }: { rate: string | null; address: Stripe.Address | null },
): Stripe.Checkout.Session {
  const lines = world.lineItems[session.id] ?? [];
  const products = lines.map((line) => world.products[String(line.price?.product)]);
  const repriced = calculateTotals(session, rate, {
    lines,
    codes: products.map((product) => idOf(product?.tax_code)),
    shippingCode: idOf(world.shippingRates[rate ?? ""]?.tax_code),
    address: address ?? taxAddress(world.customers[String(session.customer)]),
    skew: world.taxSkews[session.id] ?? 0,
  });
  world.lineItems[session.id] = repriced.lines;
  return repriced.session;
}

/** An open session's total for what the shopper has entered, before payment. Undefined if it isn't open. */
export function repriceOpen(
  { world }: StandIn,
  sessionId: string,
  collected: Collected,
): Stripe.Checkout.Session | undefined {
  const session = world.sessions[sessionId];
  if (session?.status !== "open") return undefined;
  const address = collected.shippingDetails?.address ?? collected.billingAddress;
  const priced = reprice(world, session, { rate: collected.shippingRate, address });
  world.sessions[sessionId] = priced;
  return priced;
}

const idOf = (code: string | { id: string } | null | undefined) =>
  typeof code === "string" ? code : (code?.id ?? null);
