import { combine, type Promotion } from "../../units/promotion";
import { isInScope } from "../../units/scope";
import type { CartLine } from "../priced-cart";
import { type Applied, applyPlans, type Circumstances, type EnteredCoupon, type LinePlan } from "./apply";
import { canUse, type LineOptions, narrowed, plansOf, salesOf } from "./line-options";
import { groupsOf, hardLinks, softLinks } from "./linked-lines";
import { isAutomatic, isPossible, isSale } from "./relevant";
import { type Choice, cheapestOf, largestAmounts } from "./search";
import { settleCoupons, settleGifts, withoutMinimum } from "./settle-minimums";

/** The cheapest lawful cart (docs/decisions/0008): each line makes use of any of its sales and of at most one automatic promotion.
 *  Lines that do not depend on each other are decided one by one, the others together. `promotions` stand in order of priority,
 *  `coupons` in their order of application. */
export function choosePlans(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  coupons: readonly EnteredCoupon[],
  at: Circumstances,
): Applied {
  const sales = promotions.filter(isSale).filter((sale) => at.unitsFor(sale) > 0);
  const bySales = new Map(lines.map((line) => [line, salesOf(line, sales)]));
  const possible = promotions.filter(isAutomatic).filter((promotion) => isPossible(promotion, lines));
  const automatic = settleGifts(possible, lines, bySales);
  const all = new Map(
    lines.map((line): [CartLine, LineOptions] => [
      line,
      { sales: bySales.get(line) ?? [], automatic: automatic.filter((promotion) => canUse(promotion, line, at)) },
    ]),
  );
  const settled = settleCoupons(coupons, lines, all);
  const options = new Map([...all].map(([line, own]) => [line, narrowed(line, own, automatic, settled, at)]));
  const links = hardLinks(lines, options, at);
  const shared = softLinks(lines, settled);
  const choices = lines.map((line): Choice => {
    const own = options.get(line) ?? { sales: [], automatic: [] };
    const isCovered = settled.some(({ promotion }) => isInScope(promotion.terms.scope, line));
    const mayDecline =
      own.sales.length > 1 || own.automatic.length > 0 || isCovered || links.some((link) => link.has(line));
    return { line, plans: plansOf(own, mayDecline) };
  });

  // Percentages concern each line by itself, amounts and minimums the lines together: first as if these could all be had.
  const percentages = settled.flatMap((coupon) =>
    coupon.promotion.terms.discount.kind === "percent-off" ? withoutMinimum(coupon) : [],
  );
  const chosen = new Map<CartLine, LinePlan>();
  let least = 0;
  for (const group of groupsOf(choices, links)) {
    const found = cheapestOf(group, { coupons: percentages, percentages, amounts: { most: 0, slack: 0 } }, at);
    least += found.cost;
    for (const [line, plan] of found.plans) chosen.set(line, plan);
  }
  const first = apply();
  const amounts = largestAmounts(settled, lines);
  if (shared.length === 0 || first.total <= least - amounts.most) return first;
  const isShared = ({ line }: Choice) => shared.some((link) => link.has(line));
  for (const group of groupsOf(choices, [...links, ...shared]).filter((joined) => joined.some(isShared))) {
    const known = group.map(({ line }) => chosen.get(line) ?? { sales: [] });
    for (const [line, plan] of cheapestOf(group, { coupons: settled, percentages, amounts, known }, at).plans)
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

/** Which coupons to leave out is a choice only where two of them do not combine. */
export function couponChoices(coupons: readonly EnteredCoupon[]): EnteredCoupon[][] {
  const isContested = ({ promotion }: EnteredCoupon) =>
    coupons.some((other) => other.promotion !== promotion && !combine(promotion, other.promotion));
  const contested = coupons.filter(isContested);
  return Array.from({ length: 2 ** contested.length }, (_, index) =>
    coupons.filter((coupon) => {
      const bit = contested.indexOf(coupon);
      return bit < 0 || !((index >> bit) & 1);
    }),
  );
}
