import { type Cents, cents } from "~/core/money";
import { failed, ok, type Result } from "~/core/result";

/** Stripe's minimum charge in US dollars (docs.stripe.com/currencies). Free orders need no payment. */
export const minimumPayment = cents(50);

export type ConsentProblem =
  /** The total depends on the address, which has just been entered: show it, and charge after consent. */
  | { kind: "total-unseen" }
  /** The total is higher than the shopper agreed to: show it again, and charge only after consent (PRICING 4 and 8). */
  | { kind: "price-changed" }
  /** The total is below Stripe's minimum. */
  | { kind: "below-minimum" };

/** The most that may be charged, in cents; fails if the shopper has not agreed to the total or Stripe can't charge it. */
export function requireConsent(totalCents: Cents, agreedCents: number | undefined): Result<number, ConsentProblem> {
  if (agreedCents === undefined) return failed({ kind: "total-unseen" });
  if (totalCents > agreedCents) return failed({ kind: "price-changed" });
  if (totalCents > 0 && totalCents < minimumPayment) return failed({ kind: "below-minimum" });
  return ok(agreedCents);
}
