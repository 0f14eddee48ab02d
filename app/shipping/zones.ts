import { z } from "zod";
import type { Cents } from "~/core/money";

/** A country, "US", or a state of it, "US-AK" (ISO 3166-1 and -2). */
export const Region = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);

/** Prices for parcels of at most so many grams, lightest first. */
export type Rate = { upToGrams: number; price: Cents };
export type Zone = { id: string; name: string; regions: string[]; rates: Rate[] };
export type Destination = { country: string; state?: string };

export type Quote =
  | { kind: "rate"; zone: string; price: Cents }
  /** Nothing is mailed there. */
  | { kind: "not-served" }
  /** Heavier than the zone's heaviest rate. */
  | { kind: "too-heavy"; zone: string; mostGrams: number };

/** What a parcel of `grams` (packaging included) costs to a destination. A zone that names its state wins over one that names
 *  its country; of two equals the first. */
export function quoteShipping(zones: Zone[], { country, state }: Destination, grams: number): Quote {
  const zone =
    zones.find(({ regions }) => state !== undefined && regions.includes(`${country}-${state}`)) ??
    zones.find(({ regions }) => regions.includes(country));
  if (!zone) return { kind: "not-served" };
  const rate = zone.rates.find(({ upToGrams }) => grams <= upToGrams);
  if (rate) return { kind: "rate", zone: zone.name, price: rate.price };
  return { kind: "too-heavy", zone: zone.name, mostGrams: zone.rates.at(-1)?.upToGrams ?? 0 };
}

/** The countries of all zones' regions, each once. */
export function countriesServed(zones: Zone[]): string[] {
  return [...new Set(zones.flatMap(({ regions }) => regions.map((region) => region.slice(0, 2))))];
}
