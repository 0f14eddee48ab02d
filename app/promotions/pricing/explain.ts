import { type Cents, cents, formatCents } from "~/core/money";
import { kindOf } from "../kinds/kinds";
import type { Portion } from "./priced-cart";

/** "List $129.00", "limited sale −$29.50", "coupon TEN −$9.95": how a portion's price is calculated, step by step. Figures are per unit if all
 *  of them are whole cents per unit; otherwise they are the portion's ("for 3"). */
export function explainPortion({ quantity, regular, adjustments }: Portion): string[] {
  const figures = [regular, ...adjustments.map(({ amount }) => amount)];
  const isByUnit = figures.every((figure) => figure % quantity === 0);
  const format = (figure: number) => formatCents(isByUnit ? figure / quantity : figure);
  const list = `List ${format(regular)}${quantity === 1 ? "" : isByUnit ? " each" : ` for ${quantity}`}`;
  return [
    list,
    ...adjustments.map(
      ({ kind, code, amount }) => `${kindOf(kind).text.name}${code ? ` ${code}` : ""} −${format(amount)}`,
    ),
  ];
}

export type UnitPrice = { quantity: number; price: Cents };

/** A portion's total as a price in whole cents for each unit: 3 units for $20.00 are 2 × $6.67 and 1 × $6.66. */
export function listUnitPrices({ quantity, total }: Pick<Portion, "quantity" | "total">): UnitPrice[] {
  const price = cents(Math.floor(total / quantity));
  const higher = total - price * quantity;
  return [
    { quantity: higher, price: cents(price + 1) },
    { quantity: quantity - higher, price },
  ].filter((units) => units.quantity > 0);
}
