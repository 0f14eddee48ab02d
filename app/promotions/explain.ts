import { type Cents, cents, formatCents } from "~/core/money";
import type { Portion } from "./priced-cart";
import { kindNames } from "./terms";

/** "List $129.00", "limited sale −$29.50", "coupon TEN −$9.95": how a portion's price came to be, step by step. Figures are a
 *  unit's where all of them are whole cents a unit, else the portion's ("for 3"). */
export function explainPortion({ quantity, regular, adjustments }: Portion): string[] {
  const figures = [regular, ...adjustments.map(({ amount }) => amount)];
  const isByUnit = figures.every((figure) => figure % quantity === 0);
  const say = (figure: number) => formatCents(isByUnit ? figure / quantity : figure);
  const list = `List ${say(regular)}${quantity === 1 ? "" : isByUnit ? " each" : ` for ${quantity}`}`;
  return [
    list,
    ...adjustments.map(({ kind, code, amount }) => `${kindNames[kind]}${code ? ` ${code}` : ""} −${say(amount)}`),
  ];
}

export type UnitPrice = { quantity: number; price: Cents };

/** A portion's total as prices of whole cents for each of its units: 3 units for $20.00 are 2 × $6.67 and 1 × $6.66. */
export function unitPrices({ quantity, total }: Pick<Portion, "quantity" | "total">): UnitPrice[] {
  const price = cents(Math.floor(total / quantity));
  const dearer = total - price * quantity;
  return [
    { quantity: dearer, price: cents(price + 1) },
    { quantity: quantity - dearer, price },
  ].filter((units) => units.quantity > 0);
}
