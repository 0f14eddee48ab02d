import { z } from "zod";
import type { ShippingZoneId } from "~/core/ids";
import type { Cents } from "~/core/money";

/** A country, "US", or a state of it, "US-AK" (ISO 3166-1 and -2). */
export const Region = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/);

/** Prices for parcels of at most so many grams, lightest first. */
export type Rate = { upToGrams: number; price: Cents };
export type Zone = { id: ShippingZoneId; name: string; regions: string[]; rates: Rate[] };
export type Destination = { country: string; state?: string };

/** What a parcel costs to a place. */
export type Quote =
  | { kind: "rate"; zone: string; price: Cents }
  /** Nothing is mailed there. */
  | { kind: "not-served" }
  /** Heavier than the zone's heaviest rate. */
  | { kind: "too-heavy"; zone: string; mostGrams: number };

/** The same while nobody knows yet where the parcel goes: from the least to the most. */
export type Estimate =
  | { kind: "estimate"; from: Cents; to: Cents }
  | { kind: "not-served" }
  | { kind: "too-heavy"; mostGrams: number };

/** What a parcel of `grams` (packaging included) costs to a destination. A zone that names its state wins over one that names
 *  its country; of two equals the first. */
export function quoteShipping(zones: Zone[], { country, state }: Destination, grams: number): Quote {
  const zone =
    zones.find(({ regions }) => state !== undefined && regions.includes(`${country}-${state}`)) ??
    zones.find(({ regions }) => regions.includes(country));
  return zone ? quoteZone(zone, grams) : { kind: "not-served" };
}

function quoteZone({ name, rates }: Zone, grams: number): Quote {
  const rate = rates.find(({ upToGrams }) => grams <= upToGrams);
  if (rate) return { kind: "rate", zone: name, price: rate.price };
  return { kind: "too-heavy", zone: name, mostGrams: heaviest(rates) };
}

/** What a parcel costs somewhere, over all zones that take it. */
export function estimateShipping(zones: Zone[], grams: number): Estimate {
  const prices = zones
    .map((zone) => quoteZone(zone, grams))
    .flatMap((quote) => (quote.kind === "rate" ? quote.price : []))
    .sort((a, b) => a - b);
  const [from, to] = [prices[0], prices.at(-1)];
  if (from !== undefined && to !== undefined) return { kind: "estimate", from, to };
  const mostGrams = Math.max(0, ...zones.map(({ rates }) => heaviest(rates)));
  return mostGrams === 0 ? { kind: "not-served" } : { kind: "too-heavy", mostGrams };
}

function heaviest(rates: Rate[]): number {
  return rates.at(-1)?.upToGrams ?? 0;
}

/** The countries of all zones' regions, each once. */
export function countriesServed(zones: Zone[]): string[] {
  return [...new Set(zones.flatMap(({ regions }) => regions.map((region) => region.slice(0, 2))))];
}
