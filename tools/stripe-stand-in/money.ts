/** Formats whole smallest units ("12900", "usd") for people: "$129.00". Currencies without cents have none. */
export function formatAmount(smallestUnits: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(smallestUnits / 10 ** digits);
}
