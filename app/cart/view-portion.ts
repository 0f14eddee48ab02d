import { type Cents, cents } from "~/core/money";
import { explainPortion, type UnitPrice, unitPrices } from "~/promotions/explain";
import type { Portion } from "~/promotions/priced-cart";

/** Units of a line with the same price, as pages show them. Prices are cents. */
export type ViewPortion = {
  prices: UnitPrice[];
  regularPrice: Cents;
  isReduced: boolean;
  /** How the price was calculated, step by step. */
  steps: string[];
};

export function viewPortion(portion: Portion): ViewPortion {
  return {
    prices: unitPrices(portion),
    regularPrice: cents(portion.regular / portion.quantity),
    isReduced: portion.adjustments.length > 0,
    steps: explainPortion(portion),
  };
}
