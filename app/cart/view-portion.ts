import { explainPortion, listUnitPrices, type UnitPrice } from "~/promotions/pricing/explain";
import type { Portion } from "~/promotions/pricing/priced-cart";

/** Units of a line that were treated alike, as pages show them. Prices are cents. */
export type ViewPortion = {
  prices: UnitPrice[];
  regularPrice: number;
  isReduced: boolean;
  /** How the price came to be, step by step. */
  steps: string[];
};

export function viewPortion(portion: Portion): ViewPortion {
  return {
    prices: listUnitPrices(portion),
    regularPrice: portion.regular / portion.quantity,
    isReduced: portion.adjustments.length > 0,
    steps: explainPortion(portion),
  };
}
