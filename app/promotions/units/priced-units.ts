import { type Cents, cents } from "~/core/money";
import type { CartLine } from "./cart-line";
import { compareText, type PromotionWith } from "./promotion";

/** What one promotion took off. */
export type Reduction<Promotion extends PromotionWith = PromotionWith> = {
  promotion: Promotion;
  /** The coupon's code. */
  code?: string;
  amount: Cents;
};

/** Units of one line while they are being priced. */
export type PricedUnits<Promotion extends PromotionWith = PromotionWith> = {
  line: CartLine;
  quantity: number;
  regular: number;
  /** What they cost so far. */
  total: number;
  reductions: Reduction<Promotion>[];
  /** The promotions that touched them, even if the cents ended up on other units. */
  by: Promotion[];
};

export function startPricing<Promotion extends PromotionWith>(line: CartLine): PricedUnits<Promotion> {
  const regular = line.regularPrice * line.quantity;
  return { line, quantity: line.quantity, regular, total: regular, reductions: [], by: [] };
}

export function unitPrice({ total, quantity }: PricedUnits): number {
  return total / quantity;
}

/** Takes an amount off; does nothing if it is 0. */
export function takeOff<Promotion extends PromotionWith>(
  units: PricedUnits<Promotion>,
  promotion: Promotion,
  amount: number,
  code?: string,
): void {
  if (amount <= 0) return;
  units.total -= amount;
  units.by.push(promotion);
  const reduction: Reduction<Promotion> = { promotion, amount: cents(amount) };
  if (code !== undefined) reduction.code = code;
  units.reductions.push(reduction);
}

/** Splits off `quantity` units and puts them first in `all`. Discounts so far are shared by unit, and the rest keeps the
 *  odd cent. */
export function splitOff<Units extends PricedUnits>(all: Units[], units: Units, quantity: number): Units {
  if (quantity === units.quantity) return units;
  const share = (amount: number): Cents => cents(Math.floor((amount * quantity) / units.quantity));
  const reductions = units.reductions.map((reduction) => ({ ...reduction, amount: share(reduction.amount) }));
  const regular = units.line.regularPrice * quantity;
  const total = regular - reductions.reduce((sum, { amount }) => sum + amount, 0);
  const taken: Units = { ...units, quantity, regular, total, reductions: keepPositive(reductions), by: [...units.by] };
  units.reductions = keepPositive(
    units.reductions.map((reduction, index) => ({
      ...reduction,
      amount: cents(reduction.amount - (reductions[index]?.amount ?? 0)),
    })),
  );
  units.quantity -= quantity;
  units.regular -= regular;
  units.total -= total;
  all.splice(all.indexOf(units), 0, taken);
  return taken;
}

function keepPositive(reductions: Reduction[]): Reduction[] {
  return reductions.filter(({ amount }) => amount > 0);
}

/** Ties go by the line's id, so the order of lines decides nothing. */
export function mostExpensiveFirst<Units extends PricedUnits>(units: readonly Units[]): Units[] {
  return [...units].sort((a, b) => unitPrice(b) - unitPrice(a) || compareText(a.line.id, b.line.id));
}
