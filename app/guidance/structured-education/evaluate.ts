import { type Credits, credits, sumCredits } from "~/core/credits";
import { addMonths, type Day } from "~/core/dates";

/** ARRT's structured education requirements: credits in hundredths, months before the application. */
export const creditsNeeded = credits(1600);
export const creditsNeededInEach = credits(100);
export const windowMonths = 24;

export type StructuredEducation =
  | { kind: "complete"; total: Credits }
  | { kind: "total-short"; total: Credits }
  /** Indexes of the content categories with less than 1 credit. */
  | { kind: "category-short"; total: Credits; short: number[] };

/** EDUCATION 1: at least 1.00 in every content category of the discipline and at least 16.00 in all; nothing is
 *  rounded up. */
export function evaluateStructuredEducation(byCategory: Credits[]): StructuredEducation {
  const total = sumCredits(byCategory);
  const short = byCategory.flatMap((amount, at) => (amount < creditsNeededInEach ? [at] : []));
  if (short.length > 0) return { kind: "category-short", total, short };
  return total < creditsNeeded ? { kind: "total-short", total } : { kind: "complete", total };
}

/** EDUCATION 2: the first day whose completions count toward an application on `applicationDay`. */
export function windowStart(applicationDay: Day): Day {
  return addMonths(applicationDay, -windowMonths);
}
