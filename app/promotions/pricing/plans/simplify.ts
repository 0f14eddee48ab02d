import { type AutomaticPromotion, automaticKindOf, type SalePromotion } from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import { saleDiscount } from "../../units/discount";
import { isInScope, type Scope } from "../../units/scope";
import type { LineOptions } from "./line-options";
import type { EnteredCoupon } from "./plan";

/** Leaves out automatic promotions that can't do anything in this cart, and drops the conditions that it meets in any case: only the
 *  others tie lines together. */
export function simplifyAutomatic(
  automatic: readonly AutomaticPromotion[],
  lines: readonly CartLine[],
  salesOf: ReadonlyMap<CartLine, readonly SalePromotion[]>,
): AutomaticPromotion[] {
  const lowestCost = (line: CartLine) => costAtSales(line, salesOf.get(line) ?? []);
  return automatic.flatMap((promotion) => {
    const terms = automaticKindOf(promotion.terms.kind).price.simplify(promotion.terms, lines, lowestCost);
    if (!terms) return [];
    return [terms === promotion.terms ? promotion : { ...promotion, terms }];
  });
}

/** The same for coupons, whose minimum is checked after automatic promotions. */
export function simplifyCoupons(
  coupons: readonly EnteredCoupon[],
  lines: readonly CartLine[],
  optionsOf: ReadonlyMap<CartLine, LineOptions>,
): EnteredCoupon[] {
  const lowest = (line: CartLine) => {
    const { sales = [], automatic = [] } = optionsOf.get(line) ?? {};
    const shares = automatic.map(({ terms }) => automaticKindOf(terms.kind).price.bounds.ofLine(terms, line, lines));
    // One cent for each rounding.
    return Math.max(0, Math.floor(costAtSales(line, sales) * (1 - Math.max(0, ...shares))) - line.quantity - 1);
  };
  return coupons.flatMap((coupon) => {
    const { scope, minimumSpend } = coupon.promotion.terms;
    if (!minimumSpend) return [coupon];
    if (sumUp(lines, scope, regularCost) < minimumSpend) return [];
    return [sumUp(lines, scope, lowest) >= minimumSpend ? withoutMinimum(coupon) : coupon];
  });
}

export function withoutMinimum({ code, promotion }: EnteredCoupon): EnteredCoupon {
  return { code, promotion: { ...promotion, terms: { ...promotion.terms, minimumSpend: undefined } } };
}

function regularCost({ regularPrice, quantity }: CartLine): number {
  return regularPrice * quantity;
}

/** What a line costs if all its units get the best of these sales. */
function costAtSales(line: CartLine, sales: readonly SalePromotion[]): number {
  const discounts = sales.map(({ terms }) => saleDiscount(terms.price, line.regularPrice, line.quantity));
  return regularCost(line) - Math.max(0, ...discounts);
}

function sumUp(lines: readonly CartLine[], scope: Scope, costOf: (line: CartLine) => number): number {
  return lines.reduce((sum, line) => (isInScope(scope, line) ? sum + costOf(line) : sum), 0);
}
