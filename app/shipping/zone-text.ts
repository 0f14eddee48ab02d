import { formatCents } from "~/core/money";
import { regionName } from "./regions";
import type { ZoneValues } from "./validate-zone";
import { formatWeight } from "./weight";

/** A zone as text, for staff screens and the audit log. */
export type ZoneText = { name: string; places: string[]; rates: string[] };

/** Call it on the server only: country names come from the platform. */
export function zoneText({ name, regions, rates }: ZoneValues): ZoneText {
  return {
    name,
    places: regions.map(regionName).sort((a, b) => a.localeCompare(b, "en")),
    rates: rates.map(({ upToGrams, price }) => `up to ${formatWeight(upToGrams)}: ${formatCents(price)}`),
  };
}
