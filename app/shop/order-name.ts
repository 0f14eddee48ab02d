/** What staff call an order. It gets a number when it is fulfilled; an order paid late or wrongly has none. */
export function orderName(number: number | null): string {
  return `Order ${orderNumber(number)}`;
}

/** The same without the word "Order". */
export function orderNumber(number: number | null): string {
  return number === null ? "without a number" : String(number);
}
