import { parseStoredAddress } from "~/shipping/address";

/** An address for Stripe Tax, with Stripe's field names. */
export type TaxAddress = {
  line1?: string | null;
  line2?: string | null;
  city?: string | null;
  state?: string | null;
  postal_code?: string | null;
  country: string;
};

/** An address for Stripe's API, without empty parts. */
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

/** The recipient and mailing address of an order for Stripe's API; undefined if nothing is mailed. */
export function stripeShipping(stored: unknown) {
  const address = parseStoredAddress(stored);
  if (!address) return undefined;
  const { name, postalCode, ...rest } = address;
  return { name, address: { line1: rest.line1, ...stripeAddress({ ...rest, postal_code: postalCode }) } };
}

/** An e-mail address if Stripe accepts it, which takes ASCII only; otherwise the buyer types one on Stripe's page. */
export function emailForStripe(email: string): string | undefined {
  return /^[ -~]*$/.test(email) ? email : undefined;
}
