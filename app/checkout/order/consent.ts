import { cents } from "~/core/money";

/** Stripe's minimum charge in US dollars (docs.stripe.com/currencies). Free orders need no payment. */
export const minimumPayment = cents(50);

export type ConsentProblem =
  /** The total depends on the address, which has just been entered: show it, and charge after consent. */
  | { kind: "total-unseen" }
  /** The total is higher than the shopper agreed to: show it again, and charge only after consent (PRICING 4 and 8). */
  | { kind: "price-changed" }
  /** The total is below Stripe's minimum. */
  | { kind: "below-minimum" };

/** Why a total can't be charged yet; undefined if it can. */
export function consentProblem(totalCents: number, agreedCents: number | undefined): ConsentProblem | undefined {
  if (agreedCents === undefined) return { kind: "total-unseen" };
  if (totalCents > agreedCents) return { kind: "price-changed" };
  if (totalCents > 0 && totalCents < minimumPayment) return { kind: "below-minimum" };
  return undefined;
}
