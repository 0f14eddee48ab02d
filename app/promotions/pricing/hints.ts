import { type AutomaticPromotion, automaticKindOf, type Promotion, stageOf } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";
import type { Hint } from "../units/hint";
import type { Spent } from "../units/kind";
import type { PricedUnits } from "../units/priced-units";

/** What a small change to the cart would save, in the promotions' order. */
export function findHints(
  lines: readonly CartLine[],
  promotions: readonly AutomaticPromotion[],
  units: readonly PricedUnits<Promotion>[],
): Hint[] {
  if (lines.length === 0) return [];
  const spent = () => units.map(atSalePrice);
  return promotions.flatMap((promotion) => automaticKindOf(promotion.terms.kind).price.hint(promotion, lines, spent));
}

function atSalePrice({ line, regular, reductions }: PricedUnits<Promotion>): Spent {
  const sales = reductions.filter(({ promotion }) => stageOf(promotion.terms.kind) === "sales");
  return { line, total: regular - sales.reduce((sum, { amount }) => sum + amount, 0) };
}
