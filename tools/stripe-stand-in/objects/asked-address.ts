import type Stripe from "stripe";
import { taxAddress } from "./customer";
import { taxPlace } from "./tax";

/** The address that the page asks for, and the countries it may be in. */
export type AskedAddress = { kind: "shipping" | "billing"; countries: string[] };

/** Stripe accepts more billing countries; these are enough to see one with tax and one without. */
const billingCountries = ["US", "CA", "GB", "AU"];

/** A shipping address if something is shipped, else a billing address if tax needs one. Null: neither. */
export function askedAddress(
  { shipping_address_collection, automatic_tax }: Stripe.Checkout.Session,
  customer: Stripe.Customer | undefined,
): AskedAddress | null {
  if (shipping_address_collection) {
    return { kind: "shipping", countries: shipping_address_collection.allowed_countries };
  }
  const needsPlace = automatic_tax.enabled && !taxPlace(taxAddress(customer));
  return needsPlace ? { kind: "billing", countries: billingCountries } : null;
}
