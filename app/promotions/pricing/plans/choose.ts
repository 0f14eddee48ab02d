import { automaticKindOf, canCombine, isAutomatic, isSale, type Promotion } from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import { isInScope } from "../../units/scope";
import { applyPlans } from "./apply";
import { type LineOptions, listPlans, narrowOptions, selectSales } from "./line-options";
import { findHardLinks, findSoftLinks, groupLines } from "./linked-lines";
import type { Applied, EnteredCoupon, LinePlan } from "./plan";
import { type Choice, findCheapest, findLargestAmounts } from "./search";
import { simplifyAutomatic, simplifyCoupons, withoutMinimum } from "./simplify";

/** The cheapest valid cart (docs/decisions/0008): each line uses any of its sales and at most one automatic promotion.
 *  Independent lines are decided one by one, the others together. `promotions` are in order of priority,
 *  `coupons` in their order of application. */
export function choosePlans(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  coupons: readonly EnteredCoupon[],
  at: Circumstances,
): Applied {
  const sales = promotions.filter(isSale).filter((sale) => at.unitsFor(sale) > 0);
  const bySales = new Map(lines.map((line) => [line, selectSales(line, sales)]));
  const automatic = simplifyAutomatic(promotions.filter(isAutomatic), lines, bySales);
  const all = new Map(
    lines.map((line): [CartLine, LineOptions] => [
      line,
      {
        sales: bySales.get(line) ?? [],
        automatic: automatic.filter(({ terms }) => automaticKindOf(terms.kind).price.canUse(terms, line, at)),
      },
    ]),
  );
  const settled = simplifyCoupons(coupons, lines, all);
  const options = new Map([...all].map(([line, own]) => [line, narrowOptions(line, own, automatic, settled, at)]));
  const links = findHardLinks(lines, options, at);
  const shared = findSoftLinks(lines, settled);
  const choices = lines.map((line): Choice => {
    const own = options.get(line) ?? { sales: [], automatic: [] };
    const isCovered = settled.some(({ promotion }) => isInScope(promotion.terms.scope, line));
    const mayDecline =
      own.sales.length > 1 || own.automatic.length > 0 || isCovered || links.some((link) => link.has(line));
    return { line, plans: listPlans(own, mayDecline) };
  });

  // Percentages depend on each line alone, amounts and minimums on the lines together: so first as if all of these were granted.
  const percentages = settled.flatMap((coupon) =>
    coupon.promotion.terms.discount.kind === "percent-off" ? withoutMinimum(coupon) : [],
  );
  const chosen = new Map<CartLine, LinePlan>();
  let least = 0;
  for (const group of groupLines(choices, links)) {
    const found = findCheapest(group, { coupons: percentages, percentages, amounts: { most: 0, slack: 0 } }, at);
    least += found.cost;
    for (const [line, plan] of found.plans) chosen.set(line, plan);
  }
  const first = apply();
  const amounts = findLargestAmounts(settled, lines);
  if (shared.length === 0 || first.total <= least - amounts.most) return first;
  const isShared = ({ line }: Choice) => shared.some((link) => link.has(line));
  for (const group of groupLines(choices, [...links, ...shared]).filter((joined) => joined.some(isShared))) {
    const known = group.map(({ line }) => chosen.get(line) ?? { sales: [] });
    for (const [line, plan] of findCheapest(group, { coupons: settled, percentages, amounts, known }, at).plans)
      chosen.set(line, plan);
  }
  return apply();

  function apply(): Applied {
    return applyPlans(
      lines,
      lines.map((line) => chosen.get(line) ?? { sales: [] }),
      settled,
      at,
    );
  }
}

/** Leaving coupons out is an option only if two of them don't combine. */
export function listCouponChoices(coupons: readonly EnteredCoupon[]): EnteredCoupon[][] {
  const isContested = ({ promotion }: EnteredCoupon) =>
    coupons.some((other) => other.promotion !== promotion && !canCombine(promotion, other.promotion));
  const contested = coupons.filter(isContested);
  return Array.from({ length: 2 ** contested.length }, (_, index) =>
    coupons.filter((coupon) => {
      const bit = contested.indexOf(coupon);
      return bit < 0 || !((index >> bit) & 1);
    }),
  );
}
