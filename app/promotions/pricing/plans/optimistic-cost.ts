import { type AutomaticPromotion, automaticKindOf, type Promotion } from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import type { PricedUnits } from "../../units/priced-units";
import { applyCoupons, applyPlans, combinesWithApplied } from "./apply";
import type { EnteredCoupon, LinePlan } from "./plan";

/** The least a line can cost under a plan with the percentage coupons, no matter what the other lines do. The search leaves out
 *  anything that can't be cheaper than this. */
export function findOptimisticCost(
  line: CartLine,
  plan: LinePlan,
  percentages: readonly EnteredCoupon[],
  at: Circumstances,
): number {
  const scarce = plan.sales.filter((sale) => at.unitsFor(sale) < at.units);
  const full = findLeastCost(line, plan, percentages, at);
  if (scarce.length === 0) return full;
  const others = { ...plan, sales: plan.sales.filter((sale) => !scarce.includes(sale)) };
  // A number of units in between costs something in between, give or take a cent of rounding.
  return Math.min(full, findLeastCost(line, others, percentages, at)) - 2 * (1 + percentages.length);
}

function findLeastCost(
  line: CartLine,
  plan: LinePlan,
  percentages: readonly EnteredCoupon[],
  at: Circumstances,
): number {
  const { automatic } = plan;
  if (!automatic || automaticKindOf(automatic.terms.kind).price.bounds.isExact)
    return applyPlans([line], [plan], percentages, at).total;
  const { units } = applyPlans([line], [{ sales: plan.sales }], [], at);
  const cost = units.reduce((sum, row) => sum + findLeastOf(row, automatic, percentages, at), 0);
  return cost - units.length * (2 + percentages.length);
}

/** Even if a coupon doesn't combine with the promotion, it may touch the units that the promotion leaves alone. */
function findLeastOf(
  units: PricedUnits<Promotion>,
  automatic: AutomaticPromotion,
  percentages: readonly EnteredCoupon[],
  at: Circumstances,
): number {
  const { terms } = automatic;
  const { bounds } = automaticKindOf(terms.kind).price;
  const share = combinesWithApplied(automatic, units) ? bounds.ofAll(terms, units.line, at.cart) : 0;
  const discount = Math.ceil(units.total * share);
  // If other lines can carry this line's part of the discount, its coupons apply to the full price.
  const before = bounds.canShift(terms) ? 0 : discount;
  const least = { ...units, total: units.total - before, by: [...units.by], reductions: [] };
  applyCoupons([least], percentages);
  return least.total - (discount - before);
}
