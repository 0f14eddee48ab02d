import { cents } from "~/core/money";
import type { CartLine } from "../../units/cart-line";
import type { Hint } from "../../units/hint";
import type { AutomaticPrice, Spent, UnitsInCart } from "../../units/kind";
import { mostExpensiveFirst, type PricedUnits, splitOff, takeOff, unitPrice } from "../../units/priced-units";
import type { PromotionWith } from "../../units/promotion";
import { isInScope, namesOtherCourses } from "../../units/scope";
import { type GiftTerms, isGift } from "./terms";

/** A gift is mentioned once this fraction of its minimum is spent. */
const nearlySpent = 0.75;

export const giftPrice: AutomaticPrice<GiftTerms> = {
  namesOtherCourses: ({ courseId, scope }, courseIds) =>
    !courseIds.has(courseId) && namesOtherCourses(scope, courseIds),
  canDiscount: isGift,
  simplify: simplifyGift,
  canUse: isGift,
  ties: (terms, line) => isGift(terms, line) || countsSpending(terms, line),
  countsSpending,
  apply: applyGift,
  bounds: { isExact: false, ofLine: () => 1, ofAll: () => 1, canShift: () => false },
  hint: hintAtGift,
  findHinted: ({ scope, formats }) => ({ scope, formats }),
};

function countsSpending({ scope, minimumSpend }: GiftTerms, line: CartLine): boolean {
  return minimumSpend > 0 && isInScope(scope, line);
}

/** A minimum that this cart meets in any case no longer counts. */
function simplifyGift(
  terms: GiftTerms,
  lines: readonly CartLine[],
  lowestCost: (line: CartLine) => number,
): GiftTerms | undefined {
  if (!lines.some((line) => isGift(terms, line))) return undefined;
  const sumUp = (costOf: (line: CartLine) => number) =>
    lines.reduce((sum, line) => (isInScope(terms.scope, line) ? sum + costOf(line) : sum), 0);
  if (sumUp(({ regularPrice, quantity }) => regularPrice * quantity) < terms.minimumSpend) return undefined;
  const highest = lines
    .filter((line) => isGift(terms, line) && isInScope(terms.scope, line))
    .reduce((most, { regularPrice }) => Math.max(most, regularPrice), 0);
  return sumUp(lowestCost) - highest >= terms.minimumSpend ? { ...terms, minimumSpend: cents(0) } : terms;
}

function applyGift(promotion: PromotionWith<GiftTerms>, { all, eligible, spent }: UnitsInCart): void {
  const { terms } = promotion;
  const gift = mostExpensiveFirst(eligible.filter(({ line }) => isGift(terms, line))).find(
    (units) => sumSpent(terms, spent, units) >= terms.minimumSpend,
  );
  if (!gift) return;
  const unit = splitOff(all, gift, 1);
  takeOff(unit, promotion, unit.total);
}

/** The amount spent on the scope, excluding one unit of the gift if that is in the scope too. */
function sumSpent({ scope }: GiftTerms, spent: readonly Spent[], gift?: PricedUnits): number {
  const sum = spent.reduce((total, row) => total + (isInScope(scope, row.line) ? row.total : 0), 0);
  return gift && isInScope(scope, gift.line) ? sum - unitPrice(gift) : sum;
}

function hintAtGift(
  { id, name, terms }: PromotionWith<GiftTerms>,
  lines: readonly CartLine[],
  spent: () => readonly Spent[],
): Hint[] {
  const { courseId, minimumSpend } = terms;
  if (lines.some((line) => isGift(terms, line))) return [];
  const missing = Math.ceil(minimumSpend - sumSpent(terms, spent()));
  if (missing <= 0) return [{ kind: "add-gift", promotionId: id, name, courseId }];
  if (missing > minimumSpend * (1 - nearlySpent)) return [];
  return [{ kind: "spend-for-gift", promotionId: id, name, missing: cents(missing), courseId }];
}
