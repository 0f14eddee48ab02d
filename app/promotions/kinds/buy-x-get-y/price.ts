import { type CartLine, countUnits } from "../../units/cart-line";
import { percentOf } from "../../units/discount";
import { fewUnits, type Hint } from "../../units/hint";
import type { AutomaticPrice, UnitsInCart } from "../../units/kind";
import { splitOff, takeOff } from "../../units/priced-units";
import type { PromotionWith } from "../../units/promotion";
import { isInScope, namesOtherCourses } from "../../units/scope";
import { chooseRewarded, countSets } from "./rewarded-units";
import type { BuyXGetYTerms } from "./terms";

export const buyXGetYPrice: AutomaticPrice<BuyXGetYTerms> = {
  namesOtherCourses: ({ scope }, courseIds) => namesOtherCourses(scope, courseIds),
  canDiscount: takesPart,
  simplify: (terms, lines) =>
    countSets(
      terms,
      lines.map((line) => ({ line, quantity: line.quantity })),
    ) > 0
      ? terms
      : undefined,
  canUse: takesPart,
  ties: takesPart,
  countsSpending: () => false,
  apply: applyBuyXGetY,
  bounds: {
    isExact: false,
    // Across several lines, only some units are discounted, but they can be all of one line's.
    ofLine: ({ discount }) => discount / 10_000,
    ofAll: ({ reward, buy, get, discount }, line) => {
      if (reward) return isInScope(reward, line) ? discount / 10_000 : 0;
      return (get / (buy + get)) * (discount / 10_000);
    },
    canShift: ({ reward }) => !reward,
  },
  hint: hintAtMore,
  findHinted: ({ scope }) => ({ scope }),
};

function takesPart({ scope, reward }: BuyXGetYTerms, line: CartLine): boolean {
  return isInScope(scope, line) || (reward !== undefined && isInScope(reward, line));
}

function applyBuyXGetY(promotion: PromotionWith<BuyXGetYTerms>, { all, eligible }: UnitsInCart): void {
  for (const [units, quantity] of chooseRewarded(promotion.terms, eligible)) {
    const rewarded = splitOff(all, units, quantity);
    takeOff(rewarded, promotion, percentOf(rewarded.total, promotion.terms.discount));
  }
}

function hintAtMore({ id, name, terms }: PromotionWith<BuyXGetYTerms>, lines: readonly CartLine[]): Hint[] {
  if (terms.reward) return [];
  const group = terms.buy + terms.get;
  const units = countUnits(lines.filter((line) => isInScope(terms.scope, line)));
  const sets = Math.floor(units / group);
  const missing = (sets + 1) * group - units;
  const isCapped = terms.maximumSets !== undefined && sets >= terms.maximumSets;
  // The purchase is in the cart; only the reward is missing.
  if (isCapped || units === 0 || missing > Math.min(fewUnits, terms.get)) return [];
  return [{ kind: "more-units", promotionId: id, name, units: missing, basisPoints: terms.discount }];
}
