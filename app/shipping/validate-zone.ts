import { formatCents } from "~/core/money";
import { regionName } from "./regions";
import type { Rate, Zone } from "./zones";

export type ZoneValues = { name: string; regions: string[]; rates: Rate[] };
/** `row` is the index of the rate with the problem. */
export type ZoneProblem = { field: "name" | "regions" | "rates"; row?: number; message: string };

/** Checks a zone against the others: a region belongs to one zone, and a heavier parcel never costs less. Rates come lightest
 *  first. */
export function validateZone({ name, regions, rates }: ZoneValues, others: Zone[]): ZoneProblem[] {
  const problems: ZoneProblem[] = [];
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    problems.push({ field: "name", message: "Another zone has this name." });
  const taken = others.flatMap((other) => {
    const both = regions.filter((region) => other.regions.includes(region)).map(regionName);
    return both.length > 0 ? `${both.join(", ")} (in ${other.name})` : [];
  });
  if (taken.length > 0)
    problems.push({
      field: "regions",
      message: `Already in another zone: ${taken.join("; ")}. Remove it there first.`,
    });
  rates.forEach(({ upToGrams, price }, row) => {
    const lighter = rates[row - 1];
    if (!lighter) return;
    if (upToGrams === lighter.upToGrams)
      problems.push({ field: "rates", row, message: "This weight is listed twice." });
    else if (price < lighter.price)
      problems.push({
        field: "rates",
        row,
        message: `A heavier parcel can’t cost less than a lighter one (${formatCents(lighter.price)}).`,
      });
  });
  return problems;
}
