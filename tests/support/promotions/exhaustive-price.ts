import {
  type AutomaticPromotion,
  isAutomatic,
  isCoupon,
  isSale,
  type Promotion,
  type SalePromotion,
} from "~/promotions/kinds/kinds";
import { applyPlans } from "~/promotions/pricing/plans/apply";
import type { EnteredCoupon, LinePlan } from "~/promotions/pricing/plans/plan";
import type { Shopper, Stock } from "~/promotions/pricing/priced-cart";
import type { CartLine } from "~/promotions/units/cart-line";
import { type Circumstances, rememberCounts } from "~/promotions/units/circumstances";
import { isRunning } from "~/promotions/units/promotion";
import { isInScope } from "~/promotions/units/scope";

/** The reference: what the cheapest valid cart costs, found by trying every combination of what each line uses, with
 *  every choice of coupons and every exclusive promotion. Only for small carts. */
export function cheapestByTryingEverything(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  stock: Stock,
  shopper: Shopper,
  now: Date,
): number {
  const running = promotions.filter((promotion) => isRunning(promotion, now));
  const coupons = (shopper.codes ?? []).flatMap((code): EnteredCoupon[] => {
    const promotion = running.find(({ codes }) => codes?.includes(code));
    const isLeft =
      promotion && Math.min(stock.units.get(promotion.id) ?? 1, shopper.unitsAllowed.get(promotion.id) ?? 1) > 0;
    return isLeft && isCoupon(promotion) ? [{ code, promotion }] : [];
  });
  coupons.sort((a, b) => b.promotion.terms.priority - a.promotion.terms.priority);
  const alone = running.filter(({ terms }) => terms.exclusive);
  const shared = running.filter(({ terms }) => !terms.exclusive);
  const sets = [
    ...subsets(coupons.filter(({ promotion }) => !promotion.terms.exclusive)).map((chosen) => ({
      with: shared,
      chosen,
    })),
    ...alone.map((promotion) => ({
      with: [promotion],
      chosen: coupons.filter((coupon) => coupon.promotion === promotion),
    })),
  ];
  const at: Circumstances = {
    cart: lines,
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    countOnce: rememberCounts(),
    unitsFor: ({ id }) => Math.max(0, Math.min(stock.units.get(id) ?? 1e9, shopper.unitsAllowed.get(id) ?? 1e9)),
  };
  let least = Number.POSITIVE_INFINITY;
  for (const { with: usable, chosen } of sets) {
    const sales = usable.filter(isSale);
    const automatic = usable.filter(isAutomatic);
    for (const plans of everyPlan(lines, sales, automatic))
      least = Math.min(least, applyPlans(lines, plans, chosen, at).total);
  }
  return least;
}

function* everyPlan(
  lines: readonly CartLine[],
  sales: readonly SalePromotion[],
  automatic: readonly AutomaticPromotion[],
): Generator<LinePlan[]> {
  const [line, ...others] = lines;
  if (!line) return yield [];
  const chosenSales = subsets(sales.filter(({ terms }) => isInScope(terms.scope, line)));
  for (const rest of everyPlan(others, sales, automatic))
    for (const chosen of chosenSales)
      for (const one of [undefined, ...automatic]) yield [{ sales: chosen, automatic: one }, ...rest];
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, index) => (bits >> index) & 1));
}
