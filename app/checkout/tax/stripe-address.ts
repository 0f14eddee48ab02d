import { fromStored } from "~/shipping/address";
import type { TaxAddress } from "./preview.server";

/** An address as Stripe takes it: parts that nobody told are left out. */
export function stripeAddress({ line1, line2, city, state, postal_code, country }: TaxAddress) {
  return {
    country,
    ...(line1 ? { line1 } : {}),
    ...(line2 ? { line2 } : {}),
    ...(city ? { city } : {}),
    ...(state ? { state } : {}),
    ...(postal_code ? { postal_code } : {}),
  };
}

/** To whom and where an order is mailed; undefined where nothing is. */
export function stripeShipping(stored: unknown) {
  const address = fromStored(stored);
  if (!address) return undefined;
  const { name, postalCode, ...rest } = address;
  return { name, address: { line1: rest.line1, ...stripeAddress({ ...rest, postal_code: postalCode }) } };
}
