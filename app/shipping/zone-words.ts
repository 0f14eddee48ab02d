import { formatCents } from "~/core/money";
import type { ZoneValues } from "./judge-zone";
import { regionName } from "./regions";
import { formatWeight } from "./weight";

/** A zone as people read it, on the desk and in the audit. */
export type ZoneWords = { name: string; places: string[]; rates: string[] };

/** Call it on the server: country names are the platform's own. */
export function zoneWords({ name, regions, rates }: ZoneValues): ZoneWords {
  return {
    name,
    places: regions.map(regionName).sort((a, b) => a.localeCompare(b, "en")),
    rates: rates.map(({ upToGrams, price }) => `up to ${formatWeight(upToGrams)}: ${formatCents(price)}`),
  };
}
