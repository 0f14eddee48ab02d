import { impossible } from "~/core/result";
import { applyBundle } from "../../kinds/bundle/price";
import { applyBuyXGetY } from "../../kinds/buy-x-get-y/price";
import { applyGift, type Spent } from "../../kinds/gift/price";
import type { PromotionKind, TermsOf } from "../../kinds/kinds";
import { applyTier, tierReached } from "../../kinds/quantity-tiers/price";
import { percentOf, saleDiscount, savingOnUnit } from "../../units/discount";
import { mayTouch, separate, startWork, takeOff, type Work } from "../../units/priced-units";
import { byPriority, compareText, type Promotion, type PromotionOf } from "../../units/promotion";
import { isInScope } from "../../units/scope";
import { shareOut } from "../../units/share-out";
import type { CartLine } from "../priced-cart";

export type SalePromotion = PromotionOf<"limited-sale" | "scheduled-sale">;
export type AutomaticPromotion = PromotionOf<Exclude<PromotionKind, "limited-sale" | "scheduled-sale" | "coupon">>;
export type EnteredCoupon = { code: string; promotion: PromotionOf<"coupon"> };

/** What a line makes use of: any of its sales, and at most one automatic promotion. */
export type LinePlan = { sales: readonly SalePromotion[]; automatic?: AutomaticPromotion };

export type Circumstances = {
  /** The whole cart: what is counted is counted there. */
  cart: readonly CartLine[];
  /** Of all its lines together. */
  units: number;
  /** Units of a promotion that this shopper may take. */
  unitsFor: (promotion: Promotion) => number;
  /** Discount that a line's units have earned in a group price, in basis points; by the promotion's id and terms. */
  tierOf: (promotionId: string, terms: TermsOf<"quantity-tiers">, line: CartLine) => number;
};

export type Applied = { works: Work[]; total: number; couponAmounts: Map<string, number> };

/** PRICING 3, the order of application, with what each line makes use of already decided: (a) sale prices, (b) automatic
 *  promotions, (c) coupons. `plans` stand in the order of `lines`, `coupons` in their order of application. */
export function applyPlans(
  lines: readonly CartLine[],
  plans: readonly LinePlan[],
  coupons: readonly EnteredCoupon[],
  circumstances: Circumstances,
): Applied {
  const works = giveSaleUnits(lines, plans, circumstances);
  applyAutomatic(lines, plans, works, circumstances);
  const couponAmounts = applyCoupons(works, coupons);
  return { works, total: works.reduce((sum, work) => sum + work.total, 0), couponAmounts };
}

type Offer = { sale: SalePromotion; line: CartLine; index: number; saving: number };

/** Each unit the best of its sale prices; where units are few they go to where they save the most. */
function giveSaleUnits(lines: readonly CartLine[], plans: readonly LinePlan[], { unitsFor }: Circumstances): Work[] {
  const offers: Offer[] = [];
  for (const [index, line] of lines.entries())
    for (const sale of plans[index]?.sales ?? [])
      offers.push({ sale, line, index, saving: savingOnUnit(sale.terms.price, line.regularPrice) });
  if (offers.length > 1)
    offers.sort((a, b) => b.saving - a.saving || byPriority(a.sale, b.sale) || compareText(a.line.id, b.line.id));

  /** A line's units on sale, then those that are left. */
  const given = lines.map((line) => [startWork(line)]);
  const unitsLeft = new Map<string, number>();
  for (const { sale, line, index } of offers) {
    const works = given[index];
    const regular = works?.at(-1);
    if (!works || !regular || regular.by.length > 0) continue;
    const left = unitsLeft.get(sale.id) ?? unitsFor(sale);
    const units = Math.min(left, regular.quantity);
    // A sale that takes nothing off is not given: it would only split the line.
    const discount = saleDiscount(sale.terms.price, line.regularPrice, Math.max(0, units));
    if (discount === 0) continue;
    unitsLeft.set(sale.id, left - units);
    takeOff(separate(works, regular, units), sale, discount);
  }
  return given.flat();
}

function applyAutomatic(
  lines: readonly CartLine[],
  plans: readonly LinePlan[],
  works: Work[],
  { tierOf }: Circumstances,
): void {
  const users = new Map<AutomaticPromotion, Set<CartLine>>();
  for (const [index, line] of lines.entries()) {
    const automatic = plans[index]?.automatic;
    if (automatic) users.set(automatic, (users.get(automatic) ?? new Set()).add(line));
  }
  const spent = works.map(({ line, total }): Spent => ({ line, total }));
  for (const [promotion, using] of users) {
    const eligible = works.filter((work) => using.has(work.line) && mayTouch(promotion, work));
    applyOne(promotion, works, eligible, tierOf, spent);
  }
}

function applyOne(
  promotion: AutomaticPromotion,
  works: Work[],
  eligible: readonly Work[],
  tierOf: Circumstances["tierOf"],
  spent: readonly Spent[],
): void {
  const { terms } = promotion;
  switch (terms.kind) {
    case "bundle":
      applyBundle(promotion, terms, works, eligible);
      return;
    case "buy-x-get-y":
      applyBuyXGetY(promotion, terms, works, eligible);
      return;
    case "gift":
      applyGift(promotion, terms, works, eligible, spent);
      return;
    case "quantity-tiers":
      for (const work of eligible) applyTier(promotion, work, tierOf(promotion.id, terms, work.line));
      return;
    default:
      impossible(terms);
  }
}

/** What is spent on a coupon's scope, before any coupon. */
export function spentOn({ promotion }: EnteredCoupon, works: readonly Work[]): number {
  return works.reduce((sum, work) => sum + (isInScope(promotion.terms.scope, work.line) ? work.total : 0), 0);
}

/** Coupons on what is left after sales and automatic promotions, in their order. Answers what each took off, by its code. */
export function applyCoupons(works: readonly Work[], coupons: readonly EnteredCoupon[]): Map<string, number> {
  const allowed = coupons.filter((coupon) => spentOn(coupon, works) >= (coupon.promotion.terms.minimumSpend ?? 0));
  const amounts = new Map<string, number>();
  for (const { code, promotion } of allowed) {
    const { scope, discount } = promotion.terms;
    const touched = works.filter((work) => isInScope(scope, work.line) && mayTouch(promotion, work));
    const before = touched.reduce((sum, { total }) => sum + total, 0);
    if (discount.kind === "percent-off")
      for (const work of touched) takeOff(work, promotion, percentOf(work.total, discount.basisPoints), code);
    else takeOffTogether(touched, promotion, Math.min(discount.cents, before), code);
    amounts.set(code, before - touched.reduce((sum, { total }) => sum + total, 0));
  }
  return amounts;
}

/** PRICING 2: shared over the lines in proportion to what each still costs; within a line over its portions alike. */
function takeOffTogether(touched: readonly Work[], promotion: Promotion, amount: number, code: string): void {
  const byLine = [...new Set(touched.map(({ line }) => line))].map((line) =>
    touched.filter((work) => work.line === line),
  );
  const costs = byLine.map((works) => works.map(({ total }) => total));
  const shares = shareOut(
    amount,
    costs.map((totals) => totals.reduce((sum, total) => sum + total, 0)),
  );
  for (const [index, works] of byLine.entries()) {
    const parts = shareOut(shares[index] ?? 0, costs[index] ?? []);
    for (const [position, work] of works.entries()) takeOff(work, promotion, parts[position] ?? 0, code);
  }
}

/** Counts each group price's units once a cart. */
export function tiersOf(cart: readonly CartLine[]): Circumstances["tierOf"] {
  const known = new Map<string, number>();
  return (promotionId, terms, line) => {
    if (!isInScope(terms.scope, line)) return 0;
    const key = terms.count === "scope" ? promotionId : `${promotionId} ${line.courseId}`;
    const found = known.get(key) ?? tierReached(terms, cart, line.courseId);
    known.set(key, found);
    return found;
  };
}
