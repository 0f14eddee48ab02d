import type { CourseId } from "~/core/ids";
import { cents, multiplyCents, sumCents } from "~/core/money";
import { isAutomatic, isCoupon, kindOf, type Promotion } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";
import { type Circumstances, rememberCounts } from "../units/circumstances";
import type { PricedUnits } from "../units/priced-units";
import { byPriority, isRunning } from "../units/promotion";
import { findEnteredCoupons, listCouponOutcomes } from "./coupon-outcomes";
import { findHints } from "./hints";
import { choosePlans, listCouponChoices } from "./plans/choose";
import type { Applied, EnteredCoupon } from "./plans/plan";
import type { Adjustment, Portion, PricedCart, PricedLine, Shopper, Stock } from "./priced-cart";

type Units = PricedUnits<Promotion>;

/** The only place that makes prices (PRICING 1, 2, 3, 4; docs/decisions/0008). The shopper gets the cheapest valid cart. Lines keep their
 *  order, which decides only where an odd cent goes. Never throws. */
export function priceCart(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  stock: Stock,
  shopper: Shopper,
  now: Date,
): PricedCart {
  const courseIds = new Set(lines.map(({ courseId }) => courseId));
  const running = promotions
    .filter((promotion) => isRunning(promotion, now) && !namesOtherCourses(promotion, courseIds))
    .sort(byPriority);
  const circumstances: Circumstances = {
    cart: lines,
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    unitsFor: countAllowedUnits(stock, shopper),
    countOnce: rememberCounts(),
  };
  const entered = findEnteredCoupons(lines, promotions, stock, shopper, now);
  // By priority, then in the order entered.
  const accepted = entered
    .flatMap(({ coupon }) => coupon ?? [])
    .sort((a, b) => b.promotion.terms.priority - a.promotion.terms.priority);

  const applied = findCheapestCart(lines, running, accepted, circumstances);
  const unitsOf = new Map<CartLine, Units[]>(lines.map((line) => [line, []]));
  for (const units of applied.units) unitsOf.get(units.line)?.push(units);
  const priced = lines.map((line) => priceLine(line, unitsOf.get(line) ?? []));
  return {
    lines: priced,
    items: sumCents(priced.map(({ total }) => total)),
    regularItems: sumCents(lines.map((line) => multiplyCents(line.regularPrice, line.quantity))),
    coupons: listCouponOutcomes(entered, applied),
    hints: findHints(lines, running.filter(isAutomatic), applied.units),
  };
}

/** PRICING 3: the cart with an exclusive promotion alone is compared with the cart that has the others. The cheaper one wins; a tie
 *  goes to the others. */
function findCheapestCart(
  lines: readonly CartLine[],
  running: readonly Promotion[],
  coupons: readonly EnteredCoupon[],
  circumstances: Circumstances,
): Applied {
  const withoutCode = running.filter((promotion) => !isCoupon(promotion));
  const isShared = ({ terms }: Promotion) => !terms.exclusive;
  const shared = withoutCode.filter(isShared);
  const carts = listCouponChoices(coupons.filter(({ promotion }) => isShared(promotion))).map((chosen) =>
    choosePlans(lines, shared, chosen, circumstances),
  );
  for (const promotion of withoutCode.filter(({ terms }) => terms.exclusive))
    carts.push(choosePlans(lines, [promotion], [], circumstances));
  for (const coupon of coupons.filter(({ promotion }) => !isShared(promotion)))
    carts.push(choosePlans(lines, [], [coupon], circumstances));
  return carts.reduce((best, cart) => (cart.total < best.total ? cart : best));
}

function namesOtherCourses({ terms }: Promotion, courseIds: ReadonlySet<CourseId>): boolean {
  return kindOf(terms.kind).price.namesOtherCourses(terms, courseIds);
}

function countAllowedUnits(stock: Stock, shopper: Shopper): Circumstances["unitsFor"] {
  return ({ id }) => {
    const left = stock.units.get(id) ?? Number.POSITIVE_INFINITY;
    const allowed = shopper.unitsAllowed.get(id) ?? Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(left, allowed));
  };
}

function priceLine(line: CartLine, unitsOfLine: readonly Units[]): PricedLine {
  const portions: Portion[] = [];
  for (const units of unitsOfLine) {
    const portion = toPortion(units);
    const alike = portions.find(({ adjustments }) => isAlike(adjustments, portion.adjustments));
    if (alike) addTo(alike, portion);
    else portions.push(portion);
  }
  return { ...line, portions, total: sumCents(portions.map(({ total }) => total)) };
}

function toPortion({ quantity, regular, reductions, total }: Units): Portion {
  const adjustments = reductions.map(({ promotion, code, amount }): Adjustment => {
    const { id: promotionId, version, name, terms } = promotion;
    const adjustment = { promotionId, version, name, kind: terms.kind };
    return code === undefined ? { ...adjustment, amount } : { ...adjustment, code, amount };
  });
  return { quantity, regular: cents(regular), adjustments, total: cents(total) };
}

/** Units of a line that the same promotions touched are shown together. */
function addTo(portion: Portion, other: Portion): void {
  portion.quantity += other.quantity;
  portion.regular = cents(portion.regular + other.regular);
  portion.total = cents(portion.total + other.total);
  for (const [index, adjustment] of portion.adjustments.entries())
    adjustment.amount = cents(adjustment.amount + (other.adjustments[index]?.amount ?? 0));
}

function isAlike(some: readonly Adjustment[], others: readonly Adjustment[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ promotionId, code }, index) => {
      const other = others[index];
      return promotionId === other?.promotionId && code === other.code;
    })
  );
}
