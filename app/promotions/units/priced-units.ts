import { type Cents, cents } from "~/core/money";
import type { Adjustment, CartLine } from "../pricing/priced-cart";
import { combine, compareText, type Promotion } from "./promotion";

/** Units of a line while they are being priced. */
export type Work = {
  line: CartLine;
  quantity: number;
  regular: number;
  /** What they cost by now. */
  total: number;
  adjustments: Adjustment[];
  /** Who has taken something off. */
  by: Promotion[];
};

export function startWork(line: CartLine, quantity = line.quantity): Work {
  const regular = line.regularPrice * quantity;
  return { line, quantity, regular, total: regular, adjustments: [], by: [] };
}

export function unitPrice({ total, quantity }: Work): number {
  return total / quantity;
}

/** PRICING 3: whether a promotion may touch units, in view of what touched them before. */
export function mayTouch(promotion: Promotion, { by }: Work): boolean {
  return by.every((other) => combine(promotion, other));
}

/** Takes an amount off; nothing where it is 0. */
export function takeOff(work: Work, promotion: Promotion, amount: number, code?: string): void {
  if (amount <= 0) return;
  const { id: promotionId, version, name, terms } = promotion;
  work.total -= amount;
  work.by.push(promotion);
  const adjustment: Adjustment = { promotionId, version, name, kind: terms.kind, amount: cents(amount) };
  if (code !== undefined) adjustment.code = code;
  work.adjustments.push(adjustment);
}

/** Separates `quantity` units, which come first in `works`; the cents of what was taken off already are shared by units, and the
 *  rest keeps the odd one. */
export function separate(works: Work[], work: Work, quantity: number): Work {
  if (quantity === work.quantity) return work;
  const { line, by } = work;
  const share = (amount: number): Cents => cents(Math.floor((amount * quantity) / work.quantity));
  const adjustments = work.adjustments.map((adjustment) => ({ ...adjustment, amount: share(adjustment.amount) }));
  const regular = line.regularPrice * quantity;
  const total = regular - adjustments.reduce((sum, { amount }) => sum + amount, 0);
  const taken: Work = { line, quantity, regular, total, adjustments: keepPositive(adjustments), by: [...by] };
  work.adjustments = keepPositive(
    work.adjustments.map((adjustment, index) => ({
      ...adjustment,
      amount: cents(adjustment.amount - (adjustments[index]?.amount ?? 0)),
    })),
  );
  work.quantity -= quantity;
  work.regular -= regular;
  work.total -= total;
  works.splice(works.indexOf(work), 0, taken);
  return taken;
}

function keepPositive(adjustments: Adjustment[]): Adjustment[] {
  return adjustments.filter(({ amount }) => amount > 0);
}

/** The dearest units first; among equals by the line's id, so that the order of lines decides nothing. */
export function dearestFirst(works: readonly Work[]): Work[] {
  return [...works].sort((a, b) => unitPrice(b) - unitPrice(a) || compareText(a.line.id, b.line.id));
}
