import type Stripe from "stripe";
import type { z } from "zod";
import type { Collected } from "../objects/session";
import type { World } from "../world";
import type { Pay } from "./schemas";

/** What a shopper would have left on the page. Undefined when the shipping option asked for is not the session's. */
export function collectedFrom(
  world: World,
  session: Stripe.Checkout.Session,
  { email, shipping, shippingOption }: z.output<typeof Pay>,
): Collected | undefined {
  const rates = session.shipping_options.map((option) => String(option.shipping_rate));
  const chosen = shippingOption ?? rates[0];
  const rate = rates.find((id) => id === chosen || world.shippingRates[id]?.display_name === chosen);
  if (chosen !== undefined && rate === undefined) return undefined;
  return {
    email: email ?? session.customer_email ?? "shopper@example.com",
    shippingDetails: shipping ?? (session.shipping_address_collection ? exampleShipping(session) : null),
    shippingRate: rate ?? null,
  };
}

/** A session that asks for an address is not paid without one; a test that does not care need not write it out. */
function exampleShipping({ shipping_address_collection }: Stripe.Checkout.Session): Collected["shippingDetails"] {
  const country = shipping_address_collection?.allowed_countries[0] ?? "US";
  return {
    name: "Sample Shopper",
    address: {
      line1: "1 Example Street",
      line2: null,
      city: "Springfield",
      state: "IL",
      postal_code: "62701",
      country,
    },
  };
}
