/** What staff call an order. It gets its number when it is fulfilled: without one it can be paid all the same, too late or wrongly. */
export function orderName(number: number | null): string {
  return `Order ${orderNumber(number)}`;
}

/** The same where a column says already that it is an order. */
export function orderNumber(number: number | null): string {
  return number === null ? "without a number" : String(number);
}
