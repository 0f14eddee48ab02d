import type Stripe from "stripe";
import { newId } from "../ids";
import { formatAmount } from "../money";
import { invalidRequest, ok, type Result, refuse } from "./problem";

type Refund = Stripe.Refund;
/** Why a refund is pending: on its way to the bank, or until the balance covers it. Null: it isn't pending. */
export type PendingReason = "processing" | "insufficient_funds" | null;

/** A failed refund is back in the merchant's balance and no longer counts; a pending one already counts. */
export function refundedAmount(refunds: Refund[]): number {
  return refunds.filter((refund) => refund.status !== "failed").reduce((sum, refund) => sum + refund.amount, 0);
}

/**
 * The amount of a new refund of this charge: as requested, or all that is left. Refuses, in Stripe's words, if
 * nothing is left or more is requested than is left: the sum of refunds never exceeds the payment.
 */
export function refundableAmount(charge: Stripe.Charge, earlier: Refund[], asked: number | undefined): Result<number> {
  const left = charge.amount_captured - refundedAmount(earlier);
  if (left <= 0) {
    const message = `Charge ${charge.id} has already been refunded.`;
    return refuse(invalidRequest(message, { code: "charge_already_refunded" }));
  }
  if (asked === undefined || asked <= left) return ok(asked ?? left);
  const [wanted, rest] = [asked, left].map((amount) => formatAmount(amount, charge.currency));
  const message = `Refund amount (${wanted}) is greater than unrefunded amount on charge (${rest})`;
  return refuse(invalidRequest(message, { param: "amount" }));
}

type Making = {
  charge: Stripe.Charge;
  amount: number;
  pendingReason: PendingReason;
  created: number;
  reason: Refund["reason"];
  metadata: Stripe.Metadata;
};

export function makeRefund({ charge, amount, pendingReason, created, reason, metadata }: Making): Refund {
  return {
    id: newId("refund"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { card: { reference_status: "pending", type: "refund" }, type: "card" },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: null,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pendingReason === null ? "succeeded" : "pending",
    transfer_reversal: null,
    ...(pendingReason === null ? {} : { pending_reason: pendingReason }),
  };
}

/** The end of a pending refund, or the late failure of one that had succeeded (a closed card account). */
export function settleRefund(refund: Refund, outcome: "succeeded" | "failed"): Refund {
  const { pending_reason: _, ...settled } = refund;
  return { ...settled, status: outcome };
}
