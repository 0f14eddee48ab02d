import type Stripe from "stripe";
import { newId } from "../ids";
import { netOf } from "../objects/balance-transaction";
import type { StandIn } from "../stand-in";
import { emit } from "./emit";
import { post } from "./ledger";

/** Pays out everything available immediately. Undefined if there is nothing to pay out. Only inside `change`. */
export function payOut(standIn: StandIn): Stripe.Payout | undefined {
  const { world, clock } = standIn;
  const paid = Object.values(world.balanceTransactions).filter(
    ({ id, status }) => status === "available" && !world.paidOutBy[id],
  );
  const amount = netOf(paid);
  if (amount <= 0) return undefined;
  const id = newId("payout");
  const currency = paid[0]?.currency ?? "usd";
  const transaction = post(standIn, {
    type: "payout",
    amount: -amount,
    source: id,
    currency,
    description: "STRIPE PAYOUT",
  });
  for (const each of [...paid, transaction]) world.paidOutBy[each.id] = id;
  const payout = makePayout({ id, amount, currency, transaction: transaction.id, now: clock.now() });
  world.payouts[id] = payout;
  emit(standIn, "payout.paid", payout);
  return payout;
}

type Making = { id: string; amount: number; currency: string; transaction: string; now: number };

function makePayout({ id, amount, currency, transaction, now }: Making): Stripe.Payout {
  return {
    id,
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: now,
    automatic: true,
    balance_transaction: transaction,
    created: now,
    currency,
    description: "STRIPE PAYOUT",
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "completed",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "paid",
    trace_id: null,
    type: "bank_account",
  };
}
