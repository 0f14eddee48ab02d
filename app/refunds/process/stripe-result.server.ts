import Stripe from "stripe";
import { failureText } from "./failure-text";
import { type RefundState, stateOf } from "./state";

/** Stripe's answer about a refund. `postedAt` is when the money left Stripe's balance, `sentBackAt` when it came back. */
export type StripeRefundResult = {
  state: Exclude<RefundState, "requested">;
  stripeRefundId?: string;
  failure?: string;
  postedAt?: Date;
  sentBackAt?: Date;
};

/** The expansions that `resultOf` needs. */
export const refundExpansions = ["balance_transaction", "failure_balance_transaction"];

export function resultOf(refund: Stripe.Refund): StripeRefundResult {
  const state = stateOf(refund.status);
  const { id, created, balance_transaction: posted, failure_balance_transaction: sentBack } = refund;
  return {
    state,
    stripeRefundId: id,
    failure: state === "failed" ? failureText(refund.failure_reason ?? canceled(refund.status)) : undefined,
    postedAt: posted || state === "succeeded" ? timeOf(posted, created) : undefined,
    sentBackAt: sentBack ? timeOf(sentBack, created) : undefined,
  };
}

/** Stripe refused, and would refuse again. */
export function rejectionOf(error: unknown, stripeRefundId: string | null): StripeRefundResult {
  const [code, said] = error instanceof Stripe.errors.StripeError ? [error.code, error.message] : [];
  return { state: "failed", stripeRefundId: stripeRefundId ?? undefined, failure: failureText(code, said) };
}

function canceled(status: string | null): string | undefined {
  return status === "canceled" ? "merchant_request" : undefined;
}

function timeOf(transaction: string | Stripe.BalanceTransaction | null | undefined, fallback: number): Date {
  return new Date((transaction && typeof transaction === "object" ? transaction.created : fallback) * 1000);
}
