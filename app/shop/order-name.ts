/** What staff call an order. An order is numbered when fulfilled; one without a number may still have been paid, late
 *  or incorrectly. */
export function orderName(number: number | null): string {
  return `Order ${orderNumber(number)}`;
}

/** The same for a column already headed *Order*. */
export function orderNumber(number: number | null): string {
  return number === null ? "without a number" : String(number);
}
