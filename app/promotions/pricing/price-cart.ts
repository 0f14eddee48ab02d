import { cents, sumCents, timesCents } from "~/core/money";
import type { Work } from "../units/priced-units";
import { byPriority, isOfKind, isRunning, type Promotion } from "../units/promotion";
import { couponOutcomes, enteredCoupons } from "./coupon-outcomes";
import { hintsFor } from "./hints";
import { type Applied, type Circumstances, type EnteredCoupon, tiersOf } from "./plans/apply";
import { choosePlans, couponChoices } from "./plans/choose";
import { isAutomatic, isElsewhere } from "./plans/relevant";
import type { Adjustment, CartLine, Portion, PricedCart, PricedLine, Shopper, Stock } from "./priced-cart";

/** The only place where a price is made (PRICING 1 to 4; docs/decisions/0008). Prices are cents; lines keep their order, and their
 *  order decides nothing but where an odd cent goes. The shopper gets the cheapest lawful cart. Never throws. */
export function priceCart(
  lines: readonly CartLine[],
  promotions: readonly Promotion[],
  stock: Stock,
  shopper: Shopper,
  now: Date,
): PricedCart {
  const courseIds = new Set(lines.map(({ courseId }) => courseId));
  const running = promotions
    .filter((promotion) => isRunning(promotion, now) && !isElsewhere(promotion, courseIds))
    .sort(byPriority);
  const circumstances: Circumstances = {
    cart: lines,
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    unitsFor: unitsFor(stock, shopper),
    tierOf: tiersOf(lines),
  };
  const entered = enteredCoupons(lines, promotions, stock, shopper, now);
  // In the order of priority, then of entry.
  const accepted = entered
    .flatMap(({ coupon }) => coupon ?? [])
    .sort((a, b) => b.promotion.terms.priority - a.promotion.terms.priority);

  const applied = cheapestCart(lines, running, accepted, circumstances);
  const worksOf = new Map<CartLine, Work[]>(lines.map((line) => [line, []]));
  for (const work of applied.works) worksOf.get(work.line)?.push(work);
  const priced = lines.map((line) => priceLine(line, worksOf.get(line) ?? []));
  return {
    lines: priced,
    items: sumCents(priced.map(({ total }) => total)),
    regularItems: sumCents(lines.map((line) => timesCents(line.regularPrice, line.quantity))),
    coupons: couponOutcomes(entered, applied),
    hints: hintsFor(lines, running.filter(isAutomatic), applied.works),
  };
}

/** PRICING 3: promotions that stand alone are compared as whole carts with the cart that has the others; the cheaper wins, and a
 *  tie goes to the others. */
function cheapestCart(
  lines: readonly CartLine[],
  running: readonly Promotion[],
  coupons: readonly EnteredCoupon[],
  circumstances: Circumstances,
): Applied {
  const automatic = running.filter((promotion) => !isOfKind(promotion, "coupon"));
  const isShared = ({ terms }: Promotion) => !terms.exclusive;
  const shared = automatic.filter(isShared);
  const carts = couponChoices(coupons.filter(({ promotion }) => isShared(promotion))).map((chosen) =>
    choosePlans(lines, shared, chosen, circumstances),
  );
  for (const promotion of automatic.filter(({ terms }) => terms.exclusive))
    carts.push(choosePlans(lines, [promotion], [], circumstances));
  for (const coupon of coupons.filter(({ promotion }) => !isShared(promotion)))
    carts.push(choosePlans(lines, [], [coupon], circumstances));
  return carts.reduce((best, cart) => (cart.total < best.total ? cart : best));
}

function unitsFor(stock: Stock, shopper: Shopper): Circumstances["unitsFor"] {
  return ({ id }) => {
    const left = stock.units.get(id) ?? Number.POSITIVE_INFINITY;
    const allowed = shopper.unitsAllowed.get(id) ?? Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(left, allowed));
  };
}

function priceLine(line: CartLine, works: readonly Work[]): PricedLine {
  const portions: Portion[] = [];
  for (const work of works) {
    const alike = portions.find(({ adjustments }) => isAlike(adjustments, work.adjustments));
    if (alike) join(alike, work);
    else portions.push(portionOf(work));
  }
  return { ...line, portions, total: sumCents(portions.map(({ total }) => total)) };
}

function portionOf({ quantity, regular, adjustments, total }: Work): Portion {
  return {
    quantity,
    regular: cents(regular),
    adjustments: adjustments.map((row) => ({ ...row })),
    total: cents(total),
  };
}

/** Units of one line that the same promotions touched are shown together. */
function join(portion: Portion, work: Work): void {
  portion.quantity += work.quantity;
  portion.regular = cents(portion.regular + work.regular);
  portion.total = cents(portion.total + work.total);
  for (const [index, adjustment] of portion.adjustments.entries())
    adjustment.amount = cents(adjustment.amount + (work.adjustments[index]?.amount ?? 0));
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
