import type Stripe from "stripe";
import type { z } from "zod";
import { type AskedAddress, askedAddress } from "../objects/asked-address";
import { testCards } from "../objects/card";
import { type Collected, knownEmail } from "../objects/session";
import type { World } from "../world";
import type { Pay } from "./schemas";

/** What a shopper would have entered on the page. Undefined if the requested shipping option isn't the session's. */
export function collectedFrom(
  world: World,
  session: Stripe.Checkout.Session,
  { email, shipping, billing, shippingOption, card }: z.output<typeof Pay>,
): Collected | undefined {
  const asked = askedAddress(session, world.customers[String(session.customer)]);
  const rates = session.shipping_options.map((option) => String(option.shipping_rate));
  const chosen = shippingOption ?? rates[0];
  const rate = rates.find((id) => id === chosen || world.shippingRates[id]?.display_name === chosen);
  if (chosen !== undefined && rate === undefined) return undefined;
  return {
    email: email ?? knownEmail(session) ?? "shopper@example.com",
    shippingDetails:
      shipping ?? (asked?.kind === "shipping" ? { name: "Sample Shopper", address: exampleIn(asked) } : null),
    billingAddress: billing ?? (asked?.kind === "billing" ? exampleIn(asked) : null),
    shippingRate: rate ?? null,
    card: typeof card === "string" ? testCards[card] : { ...testCards.visa, ...card },
  };
}

/** A session that asks for an address can't be paid without one; this is the default for tests that don't care. */
function exampleIn({ countries: [country = "US"] }: AskedAddress): Stripe.Address & { line1: string; country: string } {
  return {
    line1: "1 Example Street",
    line2: null,
    city: "Springfield",
    state: "IL",
    postal_code: "62701",
    country,
  };
}
