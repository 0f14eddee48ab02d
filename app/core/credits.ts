declare const brand: unique symbol;
/** CE credits in whole hundredths: 16.25 credits are 1625. Nothing is ever rounded up. */
export type Credits = number & { readonly [brand]: "credits" };

/** Throws RangeError on a fraction of a hundredth or a negative amount. */
export function credits(hundredths: number): Credits {
  if (!Number.isSafeInteger(hundredths) || hundredths < 0)
    throw new RangeError(`${hundredths} is not a valid number of hundredths`);
  return hundredths as Credits;
}

export const noCredits = credits(0);

export function sumCredits(amounts: Iterable<Credits>): Credits {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return credits(sum);
}

/** "16.25", "2.5", "3": for credits on their own. */
export function formatCredits(amount: Credits | number): string {
  return (amount / 100).toFixed(2).replace(/\.?0+$/, "");
}

/** "16.25", "2.50", "3.00": for columns. */
export function formatCreditColumn(amount: Credits | number): string {
  return (amount / 100).toFixed(2);
}

/** "1 credit", "2.5 credits". */
export function formatCreditCount(amount: Credits | number): string {
  return `${formatCredits(amount)} ${amount === 100 ? "credit" : "credits"}`;
}

/** Parses "16.25", "3", or "0.5"; undefined if invalid. */
export function parseCredits(text: string): Credits | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  return credits(Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")));
}
