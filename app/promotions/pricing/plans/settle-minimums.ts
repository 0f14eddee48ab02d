import { cents } from "~/core/money";
import { isGift } from "../../kinds/gift/price";
import { saleDiscount } from "../../units/discount";
import { isInScope, type Scope } from "../../units/scope";
import type { CartLine } from "../priced-cart";
import type { AutomaticPromotion, EnteredCoupon, SalePromotion } from "./apply";
import type { LineOptions } from "./line-options";
import { largestShareOfOne } from "./optimistic-cost";

/** Gifts whose minimum is reached whatever is chosen stop counting, those whose minimum never is are left out: only the others tie
 *  lines together. */
export function settleGifts(
  automatic: readonly AutomaticPromotion[],
  lines: readonly CartLine[],
  salesOf: ReadonlyMap<CartLine, readonly SalePromotion[]>,
): AutomaticPromotion[] {
  return automatic.flatMap((promotion) => {
    const { terms } = promotion;
    if (terms.kind !== "gift") return [promotion];
    if (sumOver(lines, terms.scope, regular) < terms.minimumSpend) return [];
    const gift = lines.filter((line) => isGift(terms, line) && isInScope(terms.scope, line));
    const dearest = gift.reduce((price, line) => Math.max(price, line.regularPrice), 0);
    const least = sumOver(lines, terms.scope, (line) => lowestAtSales(line, salesOf.get(line) ?? [])) - dearest;
    return [least >= terms.minimumSpend ? { ...promotion, terms: { ...terms, minimumSpend: cents(0) } } : promotion];
  });
}

/** The same for coupons, whose minimum is judged after automatic promotions. */
export function settleCoupons(
  coupons: readonly EnteredCoupon[],
  lines: readonly CartLine[],
  optionsOf: ReadonlyMap<CartLine, LineOptions>,
): EnteredCoupon[] {
  const lowest = (line: CartLine) => {
    const { sales = [], automatic = [] } = optionsOf.get(line) ?? {};
    const shares = automatic.map((promotion) => largestShareOfOne(promotion, line, lines));
    // A cent for each time that something is rounded.
    return Math.max(0, Math.floor(lowestAtSales(line, sales) * (1 - Math.max(0, ...shares))) - line.quantity - 1);
  };
  return coupons.flatMap((coupon) => {
    const { scope, minimumSpend } = coupon.promotion.terms;
    if (!minimumSpend) return [coupon];
    if (sumOver(lines, scope, regular) < minimumSpend) return [];
    return [sumOver(lines, scope, lowest) >= minimumSpend ? withoutMinimum(coupon) : coupon];
  });
}

export function withoutMinimum({ code, promotion }: EnteredCoupon): EnteredCoupon {
  return { code, promotion: { ...promotion, terms: { ...promotion.terms, minimumSpend: undefined } } };
}

function regular(line: CartLine): number {
  return line.regularPrice * line.quantity;
}

function lowestAtSales(line: CartLine, sales: readonly SalePromotion[]): number {
  const discounts = sales.map(({ terms }) => saleDiscount(terms.price, line.regularPrice, line.quantity));
  return regular(line) - Math.max(0, ...discounts);
}

function sumOver(lines: readonly CartLine[], scope: Scope, costOf: (line: CartLine) => number): number {
  return lines.reduce((sum, line) => (isInScope(scope, line) ? sum + costOf(line) : sum), 0);
}
