import { formatCents } from "~/core/money";
import type { ZoneValues } from "~/shipping/judge-zone";
import { regionName, statesOf } from "~/shipping/regions";
import { formatWeight } from "~/shipping/weight";

/** A zone as people read it. */
export type ZoneWords = { name: string; places: string[]; rates: string[] };

/** Call it on the server: country names are the platform's own. */
export function zoneWords({ name, regions, rates }: ZoneValues): ZoneWords {
  return {
    name,
    places: regions.map(placeName).sort((a, b) => a.localeCompare(b, "en")),
    rates: rates.map(({ upToGrams, price }) => `up to ${formatWeight(upToGrams)}: ${formatCents(price)}`),
  };
}

/** "Alaska", "Ontario, Canada", "Canada". */
export function placeName(region: string): string {
  const [country = "", state] = region.split("-");
  if (!state || country === "US") return regionName(region);
  return statesOf(country) ? `${regionName(region)}, ${regionName(country)}` : region;
}
