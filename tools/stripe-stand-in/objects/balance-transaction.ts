import type Stripe from "stripe";
import { newId } from "../ids";

type Transaction = Stripe.BalanceTransaction;

/** Everything that moves the balance here, with its category in Stripe's reports. */
const categories = {
  charge: "charge",
  refund: "refund",
  refund_failure: "refund_failure",
  adjustment: "dispute",
  payout: "payout",
} as const;
export type Movement = keyof typeof categories;

/** Stripe's standard price for US cards: 2.9% plus 30 cents, with half a cent rounded up. A refund returns none of it. */
export const chargeFee = (amount: number): number => Math.floor((amount * 29 + 500) / 1000) + 30;

/** The cost of a dispute, won or lost. */
export const disputeFee = 15_00;

/** Charges become available after two days; everything else immediately. */
export const restingSeconds = 2 * 24 * 60 * 60;

type Wanted = {
  type: Movement;
  /** Positive: the balance grows. In the currency's smallest unit. */
  amount: number;
  fee?: { amount: number; description: string };
  source: string;
  currency: string;
  description: string;
  created: number;
  availableOn?: number;
};

export function makeTransaction({ type, amount, fee, source, ...wanted }: Wanted): Transaction {
  const { currency, description, created, availableOn = created } = wanted;
  const feeAmount = fee?.amount ?? 0;
  return {
    id: newId("balanceTransaction"),
    object: "balance_transaction",
    amount,
    available_on: availableOn,
    balance_type: "payments",
    created,
    currency,
    description,
    exchange_rate: null,
    fee: feeAmount,
    fee_details: fee ? [{ ...fee, application: null, currency, type: "stripe_fee" }] : [],
    net: amount - feeAmount,
    reporting_category: type === "adjustment" && amount > 0 ? "dispute_reversal" : categories[type],
    source,
    status: availableOn > created ? "pending" : "available",
    type,
  };
}

/** The balance, as the sum of everything that has ever moved it. */
export function balanceOf(transactions: Transaction[], currency: string): Stripe.Balance {
  const part = (status: string) => {
    const amount = netOf(transactions.filter((each) => each.status === status));
    return [{ amount, currency, source_types: { card: amount } }];
  };
  return { object: "balance", available: part("available"), livemode: false, pending: part("pending") };
}

export const netOf = (transactions: Transaction[]): number => transactions.reduce((sum, { net }) => sum + net, 0);
