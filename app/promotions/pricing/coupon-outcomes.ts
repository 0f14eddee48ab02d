import { cents } from "~/core/money";
import { canCombine, isCoupon, type Promotion } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";
import { isRunning } from "../units/promotion";
import { isInScope } from "../units/scope";
import { combinesWithApplied, sumSpent } from "./plans/apply";
import type { Applied, EnteredCoupon } from "./plans/plan";
import type { CouponOutcome, CouponRefusal, Shopper, Stock } from "./priced-cart";

/** An entered code: its coupon, or why that can't be used in any cart. */
export type EnteredCode = { code: string; promotion?: Promotion; coupon?: EnteredCoupon; refusal?: CouponRefusal };

/** Looks up every entered code. A code entered twice counts once, and a coupon counts under its first code. */
export function findEnteredCoupons(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  stock: Stock,
  shopper: Shopper,
  now: Date,
): EnteredCode[] {
  const used = new Set<Promotion>();
  return [...new Set(shopper.codes)].map((code): EnteredCode => {
    const promotion = promotions.find(({ codes }) => codes?.includes(code));
    if (!promotion || !isCoupon(promotion)) return { code, refusal: { kind: "unknown" } };
    const refusal = used.has(promotion)
      ? ({ kind: "used-by-you" } as const)
      : findRefusalBefore(code, promotion, lines, stock, shopper, now);
    used.add(promotion);
    return refusal ? { code, promotion, refusal } : { code, promotion, coupon: { code, promotion } };
  });
}

function findRefusalBefore(
  code: string,
  promotion: EnteredCoupon["promotion"],
  lines: readonly CartLine[],
  stock: Stock,
  shopper: Shopper,
  now: Date,
): CouponRefusal | undefined {
  const { id, startsAt, isPaused, terms } = promotion;
  if (!isPaused && now < startsAt) return { kind: "not-yet", startsAt };
  if (!isRunning(promotion, now)) return { kind: "over" };
  if ((shopper.unitsAllowed.get(id) ?? 1) < 1) return { kind: "used-by-you" };
  if ((stock.units.get(id) ?? 1) < 1 || (stock.codes?.get(code) ?? 1) < 1) return { kind: "used-up" };
  if (terms.firstOrderOnly && shopper.isFirstOrder === false) return { kind: "not-first-order" };
  if (!lines.some((line) => isInScope(terms.scope, line))) return { kind: "nothing-in-scope" };
  return undefined;
}

/** What every code did, in the order entered. */
export function listCouponOutcomes(entered: readonly EnteredCode[], applied: Applied): CouponOutcome[] {
  return entered.map(({ code, promotion, coupon, refusal }) => {
    const amount = cents(applied.couponAmounts.get(code) ?? 0);
    const named = promotion ? { code, promotionId: promotion.id, name: promotion.name } : { code };
    if (amount > 0) return { ...named, amount };
    return { ...named, amount, refusal: refusal ?? (coupon ? findRefusalAfter(coupon, applied) : { kind: "unknown" }) };
  });
}

function findRefusalAfter(coupon: EnteredCoupon, { units }: Applied): CouponRefusal {
  const { promotion } = coupon;
  const minimum = promotion.terms.minimumSpend;
  const spent = sumSpent(coupon, units);
  if (minimum !== undefined && spent < minimum)
    return { kind: "minimum-spend", minimum, missing: cents(minimum - spent) };
  if (promotion.terms.exclusive) return { kind: "others-are-cheaper" };
  const covered = units.filter(({ line, regular }) => isInScope(promotion.terms.scope, line) && regular > 0);
  if (covered.length > 0 && covered.every((row) => !combinesWithApplied(promotion, row))) {
    const others = covered.flatMap(({ by }) => by.filter((other) => !canCombine(promotion, other)));
    return { kind: "does-not-combine", with: [...new Set(others.map(({ name }) => name))] };
  }
  return { kind: "others-are-cheaper" };
}
