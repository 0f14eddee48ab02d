import type Stripe from "stripe";

/**
 * The stand-in's own tax table, in hundredths of a percent by US state; elsewhere nothing is due. Made up to be
 * easy to check by hand, not to be right: only Stripe knows how a course is taxed where, never the shop.
 */
const rates: Record<string, number> = { TX: 825, CA: 725, PA: 600 };

/** Stripe's code for nontaxable items (https://docs.stripe.com/tax/tax-codes). */
const nontaxable = "txcd_00000000";

/** Where tax is due. `rate` is in hundredths of a percent. */
export type TaxPlace = { country: string; state: string | null; rate: number };

/**
 * The tax location of an address. Undefined if it isn't specific enough: Stripe needs a country, and in the US
 * a ZIP code. It knows the state from the ZIP code; the stand-in needs both.
 */
export function taxPlace(address: Stripe.Address | null | undefined): TaxPlace | undefined {
  if (!address?.country) return undefined;
  const state = address.state?.toUpperCase() || null;
  if (address.country !== "US") return { country: address.country, state, rate: 0 };
  if (!state || !/^\d{5}(-\d{4})?$/.test(address.postal_code ?? "")) return undefined;
  return { country: "US", state, rate: rates[state] ?? 0 };
}

/** Tax on top of one line, in the currency's smallest unit, with half a unit rounded up. Zero without a location. */
export function taxOn(amount: number, code: string | null, place: TaxPlace | undefined): number {
  if (!place || code === nontaxable) return 0;
  return Math.floor((amount * place.rate + 5000) / 10_000);
}

/** "8.25", as Stripe formats percentages. */
export const percentageOf = ({ rate }: TaxPlace): string => String(rate / 100);
