import { joinList, type TitleOf } from "../units/scope-text";
import { kindOf, type PromotionKind, type Terms } from "./kinds";

const shortList = 4;

/** A promotion's terms in one line: "IV Therapeutics at $99.50", "15% off CT courses". From a longer list it names three, unless `most`
 *  allows more. */
export function describeTerms(terms: Terms, titleOf: TitleOf, most = shortList): string {
  return capitalize(kindOf(terms.kind).text.describe(terms, titleOf, most));
}

/** How a promotion combines with others, in one line: "combines with coupons", "never in the same cart as another promotion". */
export function describeCombination({ combinesWith, exclusive, priority }: Terms): string {
  const others = [
    combinesWith.sales ? "sale prices" : "",
    combinesWith.automatic ? "automatic promotions" : "",
    combinesWith.coupons ? "coupons" : "",
  ].filter(Boolean);
  const text = exclusive
    ? "never in the same cart as another promotion"
    : others.length > 0
      ? `combines with ${joinList(others)}`
      : "never on the same unit as another promotion";
  return priority === 0 ? text : `${text}, priority ${priority}`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A kind as a heading has it: "Limited sale". */
export function kindTitle(kind: PromotionKind): string {
  return capitalize(kindOf(kind).text.name);
}
