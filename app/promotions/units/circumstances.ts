import type { CartLine } from "./cart-line";
import type { PromotionWith } from "./promotion";

/** What a promotion's effect on one line depends on beside the line. */
export type Circumstances = {
  /** The whole cart: what is counted is counted there. */
  cart: readonly CartLine[];
  /** Of all its lines together. */
  units: number;
  /** How many units of a promotion this shopper can take. */
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
