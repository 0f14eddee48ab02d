import type { CartLine } from "./cart-line";
import type { PromotionWith } from "./promotion";

/** What a promotion's effect on a line depends on, besides the line. */
export type Circumstances = {
  /** The whole cart, in which things are counted. */
  cart: readonly CartLine[];
  /** Total of all its lines. */
  units: number;
  /** How many units of a promotion this shopper may take. */
  unitsFor: (promotion: PromotionWith) => number;
  countOnce: CountOnce;
};

/** Counts something in the cart for a promotion's terms, and remembers it under `key`. */
export type CountOnce = (terms: object, key: string, count: () => number) => number;

export function rememberCounts(): CountOnce {
  const counts = new Map<object, Map<string, number>>();
  return (terms, key, count) => {
    const ofTerms = counts.get(terms) ?? new Map<string, number>();
    const known = ofTerms.get(key);
    if (known !== undefined) return known;
    const found = count();
    counts.set(terms, ofTerms.set(key, found));
    return found;
  };
}
