import type { CartLine } from "../../units/cart-line";
import type { Hint } from "../../units/hint";
import type { AutomaticPrice, UnitsInCart } from "../../units/kind";
import { mostExpensiveFirst, type PricedUnits, splitOff, takeOff, unitPrice } from "../../units/priced-units";
import type { PromotionWith } from "../../units/promotion";
import { shareOut } from "../../units/share-out";
import { type BundleTerms, isItem } from "./terms";

export const bundlePrice: AutomaticPrice<BundleTerms> = {
  namesOtherCourses: ({ items }, courseIds) => !items.some(({ courseId }) => courseIds.has(courseId)),
  canDiscount: isInBundle,
  simplify: (terms, lines) => (isWhole(terms, lines) ? terms : undefined),
  canUse: isInBundle,
  ties: isInBundle,
  countsSpending: () => false,
  apply: applyBundle,
  bounds: { isExact: false, ofLine: largestPart, ofAll: largestPart, canShift: () => false },
  hint: hintAtBundle,
  findHinted: () => ({ scope: {} }),
};

function isInBundle({ items }: BundleTerms, line: CartLine): boolean {
  return items.some((item) => isItem(item, line));
}

/** Whether the lines have at least one unit of each item. */
function isWhole({ items }: BundleTerms, lines: readonly CartLine[]): boolean {
  return items.every((item) => lines.some((line) => isItem(item, line)));
}

/** Makes sets of the most expensive units first, as long as a set still saves something. */
function applyBundle(promotion: PromotionWith<BundleTerms>, { all, eligible }: UnitsInCart): void {
  const { items, price, maximumSets } = promotion.terms;
  const shelves = items.map((item) => mostExpensiveFirst(eligible.filter(({ line }) => isItem(item, line))));
  const whole = Math.min(...shelves.map((shelf) => shelf.reduce((sum, { quantity }) => sum + quantity, 0)));
  let sets = Math.min(whole, maximumSets ?? whole);
  while (sets > 0 && priceOfSet(shelves, sets - 1) <= price) sets -= 1;
  if (sets === 0) return;
  const taken = shelves.flatMap((shelf) => takeFirst(all, shelf, sets));
  const discount = taken.reduce((sum, { total }) => sum + total, 0) - price * sets;
  const parts = shareOut(
    Math.max(0, discount),
    taken.map(({ total }) => total),
  );
  for (const [index, units] of taken.entries()) takeOff(units, promotion, parts[index] ?? 0);
}

/** What the n-th set costs without the bundle, counted from 0. */
function priceOfSet(shelves: PricedUnits[][], position: number): number {
  return shelves.reduce((sum, shelf) => {
    let left = position;
    const found = shelf.find(({ quantity }) => {
      left -= quantity;
      return left < 0;
    });
    return sum + (found ? unitPrice(found) : 0);
  }, 0);
}

function takeFirst(all: PricedUnits[], shelf: readonly PricedUnits[], count: number): PricedUnits[] {
  let missing = count;
  return shelf.flatMap((units) => {
    const quantity = Math.min(units.quantity, missing);
    missing -= quantity;
    return quantity > 0 ? [splitOff(all, units, quantity)] : [];
  });
}

function largestPart({ items, price }: BundleTerms, _line: CartLine, cart: readonly CartLine[]): number {
  const highest = items.map((item) =>
    cart.reduce((most, line) => (isItem(item, line) ? Math.max(most, line.regularPrice) : most), 0),
  );
  const sum = highest.reduce((total, most) => total + most, 0);
  return sum === 0 ? 0 : Math.max(0, 1 - price / sum);
}

function hintAtBundle({ id, name, terms }: PromotionWith<BundleTerms>, lines: readonly CartLine[]): Hint[] {
  const missing = terms.items.filter((item) => !lines.some((line) => isItem(item, line)));
  const [item] = missing;
  if (!item || missing.length !== 1) return [];
  return [{ kind: "complete-bundle", promotionId: id, name, courseId: item.courseId, price: terms.price }];
}
