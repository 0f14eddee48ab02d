import Stripe from "stripe";
import { failureWords } from "./failure-text";
import { type RefundState, stateOf } from "./state";

/** Stripe's answer about a refund. `bookedAt` is when the money left Stripe's balance, `sentBackAt` when it came back. */
export type Answer = {
  state: Exclude<RefundState, "requested">;
  stripeRefundId?: string;
  failure?: string;
  bookedAt?: Date;
  sentBackAt?: Date;
};

/** The expansions that `answerOf` needs. */
export const wholeRefund = ["balance_transaction", "failure_balance_transaction"];

export function answerOf(refund: Stripe.Refund): Answer {
  const state = stateOf(refund.status);
  const { id, created, balance_transaction: booked, failure_balance_transaction: sentBack } = refund;
  return {
    state,
    stripeRefundId: id,
    failure: state === "failed" ? failureWords(refund.failure_reason ?? canceled(refund.status)) : undefined,
    bookedAt: booked || state === "succeeded" ? timeOf(booked, created) : undefined,
    sentBackAt: sentBack ? timeOf(sentBack, created) : undefined,
  };
}

/** Stripe refused, and would refuse again. */
export function refusalOf(error: unknown, stripeRefundId: string | null): Answer {
  const [code, said] = error instanceof Stripe.errors.StripeError ? [error.code, error.message] : [];
  return { state: "failed", stripeRefundId: stripeRefundId ?? undefined, failure: failureWords(code, said) };
}

function canceled(status: string | null): string | undefined {
  return status === "canceled" ? "merchant_request" : undefined;
}

function timeOf(transaction: string | Stripe.BalanceTransaction | null | undefined, fallback: number): Date {
  return new Date((transaction && typeof transaction === "object" ? transaction.created : fallback) * 1000);
}
