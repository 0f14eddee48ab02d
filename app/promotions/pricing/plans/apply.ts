import type { PromotionId } from "~/core/ids";
import {
  type AutomaticPromotion,
  automaticKindOf,
  canCombine,
  type Promotion,
  type SalePromotion,
} from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import { percentOf, saleDiscount, savingOnUnit } from "../../units/discount";
import type { Spent } from "../../units/kind";
import { type PricedUnits, splitOff, startPricing, takeOff } from "../../units/priced-units";
import { byPriority, compareText } from "../../units/promotion";
import { isInScope } from "../../units/scope";
import { shareOut } from "../../units/share-out";
import type { Applied, EnteredCoupon, LinePlan } from "./plan";

type Units = PricedUnits<Promotion>;

/** PRICING 3, the order of application, once each line's plan is decided: (a) sale prices, (b) automatic promotions, (c) coupons.
 *  `plans` are in the order of `lines`, `coupons` in their order of application. */
export function applyPlans(
  lines: readonly CartLine[],
  plans: readonly LinePlan[],
  coupons: readonly EnteredCoupon[],
  circumstances: Circumstances,
): Applied {
  const units = applySales(lines, plans, circumstances);
  applyAutomatic(lines, plans, units, circumstances);
  const couponAmounts = applyCoupons(units, coupons);
  return { units, total: units.reduce((sum, { total }) => sum + total, 0), couponAmounts };
}

/** PRICING 3: whether a promotion can touch units, given the promotions that already touched them. */
export function combinesWithApplied(promotion: Promotion, { by }: Units): boolean {
  return by.every((other) => canCombine(promotion, other));
}

type Offer = { sale: SalePromotion; line: CartLine; index: number; saving: number };

/** Each unit gets the best of its sale prices; scarce units go where they save the most. */
function applySales(lines: readonly CartLine[], plans: readonly LinePlan[], { unitsFor }: Circumstances): Units[] {
  const offers: Offer[] = [];
  for (const [index, line] of lines.entries())
    for (const sale of plans[index]?.sales ?? [])
      offers.push({ sale, line, index, saving: savingOnUnit(sale.terms.price, line.regularPrice) });
  if (offers.length > 1)
    offers.sort((a, b) => b.saving - a.saving || byPriority(a.sale, b.sale) || compareText(a.line.id, b.line.id));

  /** A line's units on sale, then the rest. */
  const priced = lines.map((line): Units[] => [startPricing(line)]);
  const unitsLeft = new Map<PromotionId, number>();
  for (const { sale, line, index } of offers) {
    const ofLine = priced[index];
    const regular = ofLine?.at(-1);
    if (!ofLine || !regular || regular.by.length > 0) continue;
    const left = unitsLeft.get(sale.id) ?? unitsFor(sale);
    const units = Math.min(left, regular.quantity);
    // A sale that takes nothing off is not applied: it would only split the line.
    const discount = saleDiscount(sale.terms.price, line.regularPrice, Math.max(0, units));
    if (discount === 0) continue;
    unitsLeft.set(sale.id, left - units);
    takeOff(splitOff(ofLine, regular, units), sale, discount);
  }
  return priced.flat();
}

function applyAutomatic(lines: readonly CartLine[], plans: readonly LinePlan[], all: Units[], at: Circumstances): void {
  const users = new Map<AutomaticPromotion, Set<CartLine>>();
  for (const [index, line] of lines.entries()) {
    const automatic = plans[index]?.automatic;
    if (automatic) users.set(automatic, (users.get(automatic) ?? new Set()).add(line));
  }
  if (users.size === 0) return;
  const spent = all.map(({ line, total }): Spent => ({ line, total }));
  for (const [promotion, using] of users) {
    const eligible = all.filter((units) => using.has(units.line) && combinesWithApplied(promotion, units));
    automaticKindOf(promotion.terms.kind).price.apply(promotion, { all, eligible, spent, at });
  }
}

/** The amount spent on a coupon's scope, before any coupon. */
export function sumSpent({ promotion }: EnteredCoupon, units: readonly Units[]): number {
  const { scope } = promotion.terms;
  return units.reduce((sum, { line, total }) => sum + (isInScope(scope, line) ? total : 0), 0);
}

/** Applies coupons after sales and automatic promotions, in their order. Returns what each took off, by code. */
export function applyCoupons(units: readonly Units[], coupons: readonly EnteredCoupon[]): Map<string, number> {
  const allowed = coupons.filter((coupon) => sumSpent(coupon, units) >= (coupon.promotion.terms.minimumSpend ?? 0));
  const amounts = new Map<string, number>();
  for (const { code, promotion } of allowed) {
    const { scope, discount } = promotion.terms;
    const touched = units.filter((row) => isInScope(scope, row.line) && combinesWithApplied(promotion, row));
    const before = touched.reduce((sum, { total }) => sum + total, 0);
    if (discount.kind === "percent-off")
      for (const row of touched) takeOff(row, promotion, percentOf(row.total, discount.basisPoints), code);
    else takeOffTogether(touched, promotion, Math.min(discount.cents, before), code);
    amounts.set(code, before - touched.reduce((sum, { total }) => sum + total, 0));
  }
  return amounts;
}

/** PRICING 2: shared by the lines in proportion to what each still costs; within a line, by its portions in the same way. */
function takeOffTogether(touched: readonly Units[], promotion: Promotion, amount: number, code: string): void {
  const byLine = [...new Set(touched.map(({ line }) => line))].map((line) =>
    touched.filter((units) => units.line === line),
  );
  const costs = byLine.map((ofLine) => ofLine.map(({ total }) => total));
  const shares = shareOut(
    amount,
    costs.map((totals) => totals.reduce((sum, total) => sum + total, 0)),
  );
  for (const [index, ofLine] of byLine.entries()) {
    const parts = shareOut(shares[index] ?? 0, costs[index] ?? []);
    for (const [position, units] of ofLine.entries()) takeOff(units, promotion, parts[position] ?? 0, code);
  }
}
