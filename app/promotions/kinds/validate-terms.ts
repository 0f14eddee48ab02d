import type { CartLine } from "../units/cart-line";
import type { TermsProblem } from "../units/kind";
import { kindOf, type Terms } from "./kinds";

/** Why terms make no sense (PRICING 4, 11); otherwise empty. `formats` has a line of one unit for each format of each published
 *  course. Never throws. */
export function validateTerms(terms: Terms, formats: readonly CartLine[]): TermsProblem[] {
  return [...kindOf(terms.kind).terms.validate(terms, formats), ...validateCombination(terms)];
}

function validateCombination({ exclusive, combinesWith }: Terms): TermsProblem[] {
  if (!exclusive || !Object.values(combinesWith).some(Boolean)) return [];
  const message = "An exclusive promotion can't combine with others. Clear one of these boxes.";
  return [{ part: "exclusive", message }];
}
