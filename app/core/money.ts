declare const brand: unique symbol;
/** Whole US cents. */
export type Cents = number & { readonly [brand]: "cents" };

/** Whole US cents. Throws RangeError on a fraction: a wrong price is a bug, never rounded away. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of cents`);
  return amount as Cents;
}

export const noCents = cents(0);

export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

export function multiplyCents(price: Cents, quantity: number): Cents {
  return cents(price * quantity);
}

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** `$1,234.50` */
export function formatCents(amount: Cents | number): string {
  return dollars.format(amount / 100);
}

/** `1234.50`, for form fields and machine-readable documents. */
export function decimalDollars(amount: Cents | number): string {
  const sign = amount < 0 ? "-" : "";
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What a column of amounts holds. */
const largestStored = 2 ** 31 - 1;

/** Parses a typed amount ("99.50", "$1,299"); undefined if invalid or too large to store. */
export function parseDollars(text: string): Cents | undefined {
  const match = /^\$?(\d{1,3}(?:,?\d{3})*)(?:\.(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const amount = Number(match[1]?.replaceAll(",", "")) * 100 + Number(match[2] ?? 0);
  return amount <= largestStored ? cents(amount) : undefined;
}
