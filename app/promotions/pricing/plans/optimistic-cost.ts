import { impossible } from "~/core/result";
import { isItem } from "../../kinds/bundle/price";
import { mayTouch, type Work } from "../../units/priced-units";
import { isInScope } from "../../units/scope";
import type { CartLine } from "../priced-cart";
import {
  type AutomaticPromotion,
  applyCoupons,
  applyPlans,
  type Circumstances,
  type EnteredCoupon,
  type LinePlan,
} from "./apply";

/** What a line costs at least under a plan, whatever the other lines do, with the coupons that take a percentage: the bound by
 *  which the search leaves out what can't be cheaper. */
export function optimisticCost(
  line: CartLine,
  plan: LinePlan,
  percentages: readonly EnteredCoupon[],
  at: Circumstances,
): number {
  const scarce = plan.sales.filter((sale) => at.unitsFor(sale) < at.units);
  const full = leastCost(line, plan, percentages, at);
  if (scarce.length === 0) return full;
  const others = { ...plan, sales: plan.sales.filter((sale) => !scarce.includes(sale)) };
  // Units in between lie between, but for a cent where a portion is rounded.
  return Math.min(full, leastCost(line, others, percentages, at)) - 2 * (1 + percentages.length);
}

function leastCost(line: CartLine, plan: LinePlan, percentages: readonly EnteredCoupon[], at: Circumstances): number {
  const { automatic } = plan;
  if (!automatic || automatic.terms.kind === "quantity-tiers") return applyPlans([line], [plan], percentages, at).total;
  const { works } = applyPlans([line], [{ sales: plan.sales }], [], at);
  const cost = works.reduce((sum, work) => sum + leastOf(work, automatic, percentages, at), 0);
  return cost - works.length * (2 + percentages.length);
}

/** Also where a coupon does not combine with the promotion: it may still touch the units that the promotion leaves alone. */
function leastOf(
  work: Work,
  automatic: AutomaticPromotion,
  percentages: readonly EnteredCoupon[],
  at: Circumstances,
): number {
  const share = mayTouch(automatic, work) ? largestShare(automatic, work.line, at.cart) : 0;
  const discount = Math.ceil(work.total * share);
  // Where the other lines can bear this one's part of the discount, its coupons take their part of the whole price.
  const before = takesFromTheCheapest(automatic) ? 0 : discount;
  const least = { ...work, total: work.total - before, by: [...work.by], adjustments: [] };
  applyCoupons([least], percentages);
  return least.total - (discount - before);
}

function takesFromTheCheapest({ terms }: AutomaticPromotion): boolean {
  return terms.kind === "buy-x-get-y" && !terms.reward;
}

/** The largest part of a line's price that an automatic promotion can take by itself, 0 to 1. */
export function largestShareOfOne(promotion: AutomaticPromotion, line: CartLine, cart: readonly CartLine[]): number {
  // Of several lines it takes a part; one of them can lose all of its units to it.
  if (promotion.terms.kind === "buy-x-get-y") return promotion.terms.discount / 10_000;
  return largestShare(promotion, line, cart);
}

/** The largest part that an automatic promotion can take of all the lines that make use of it, told for one of them; 0 to 1. */
function largestShare({ terms }: AutomaticPromotion, line: CartLine, cart: readonly CartLine[]): number {
  switch (terms.kind) {
    case "bundle": {
      const dearest = terms.items.map((item) =>
        cart.reduce((price, other) => (isItem(item, other) ? Math.max(price, other.regularPrice) : price), 0),
      );
      const sum = dearest.reduce((total, price) => total + price, 0);
      return sum === 0 ? 0 : Math.max(0, 1 - terms.price / sum);
    }
    case "buy-x-get-y":
      if (terms.reward) return isInScope(terms.reward, line) ? terms.discount / 10_000 : 0;
      return (terms.get / (terms.buy + terms.get)) * (terms.discount / 10_000);
    case "quantity-tiers":
      return Math.max(...terms.tiers.map(({ discount }) => discount)) / 10_000;
    case "gift":
      return 1;
    default:
      return impossible(terms);
  }
}
