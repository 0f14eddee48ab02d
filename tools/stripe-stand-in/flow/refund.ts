import type Stripe from "stripe";
import { withRefunds } from "../objects/charge";
import { blocksRefunds } from "../objects/dispute";
import { invalidRequest, ok, type Result, refuse } from "../objects/problem";
import { makeRefund, refundableAmount, refundedAmount, settleRefund } from "../objects/refund";
import { refundsFail } from "../objects/test-payment-methods";
import type { StandIn } from "../stand-in";
import type { World } from "../world";
import { disputesOf } from "./dispute";
import { type Cause, emit } from "./emit";
import { post } from "./ledger";

type Wanted = { amount?: number; reason: Stripe.Refund["reason"]; metadata: Stripe.Metadata };
type Settled = { outcome: "succeeded" } | { outcome: "failed"; reason?: string };

/**
 * Refunds a succeeded charge in full or in part; refuses more than is left of it, and a charge that a bank has already
 * taken back. `cause` is null for a refund made in the dashboard. Only inside `change`.
 */
export function refund(
  standIn: StandIn,
  charge: Stripe.Charge,
  wanted: Wanted,
  cause: Cause | null,
): Result<Stripe.Refund> {
  const { world, clock, settings } = standIn;
  if (charge.status !== "succeeded") {
    return refuse(invalidRequest(`Charge ${charge.id} has not succeeded, so it cannot be refunded.`));
  }
  if (disputesOf(world, charge.id).some(blocksRefunds)) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`;
    return refuse(invalidRequest(message, { code: "charge_disputed" }));
  }
  const amount = refundableAmount(charge, refundsOf(world, charge.id), wanted.amount);
  if (!amount.ok) return amount;
  const pendingReason = settings.refundPending;
  const made = makeRefund({ ...wanted, charge, amount: amount.value, pendingReason, created: clock.now() });
  // While the balance doesn't cover it, nothing is taken; a refund on its way to the bank has already been taken.
  const refund = pendingReason === "insufficient_funds" ? made : withdraw(standIn, made);
  world.refunds[refund.id] = refund;
  emit(standIn, "refund.created", refund, { cause });
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  emit(standIn, "charge.refunded", recountRefunds(world, charge), { cause, previous: before });
  if (refundsFail(charge.payment_method_details?.card?.last4)) settle(standIn, refund, { outcome: "failed" });
  return ok(refund);
}

/** The end of a pending refund, or the late failure of a succeeded one. Undefined if it has already ended that way. */
export function settle(standIn: StandIn, refund: Stripe.Refund, settled: Settled): Stripe.Refund | undefined {
  if (refund.status === "failed" || refund.status === settled.outcome) return undefined;
  const { world } = standIn;
  const ended = settled.outcome === "failed" ? fail(standIn, refund, settled.reason) : succeed(standIn, refund);
  world.refunds[refund.id] = ended;
  emit(standIn, "refund.updated", ended, { previous: { status: refund.status } });
  if (settled.outcome === "failed") emit(standIn, "refund.failed", ended);
  const charge = world.charges[String(refund.charge)];
  if (charge) recountRefunds(world, charge);
  return ended;
}

function succeed(standIn: StandIn, refund: Stripe.Refund): Stripe.Refund {
  const ended = settleRefund(refund, "succeeded");
  return ended.balance_transaction === null ? withdraw(standIn, ended) : ended;
}

/** Whatever was taken comes back; if nothing was taken, nothing does. */
function fail(standIn: StandIn, refund: Stripe.Refund, reason = "expired_or_canceled_card"): Stripe.Refund {
  const ended = { ...settleRefund(refund, "failed"), failure_reason: reason };
  if (refund.balance_transaction === null) return ended;
  const { id: source, amount, currency, charge } = refund;
  const description = `REFUND FAILURE FOR CHARGE ${charge}`;
  const { id } = post(standIn, { type: "refund_failure", amount, source, currency, description });
  return { ...ended, failure_balance_transaction: id };
}

function withdraw(standIn: StandIn, refund: Stripe.Refund): Stripe.Refund {
  const { id: source, amount, currency, charge } = refund;
  const description = `REFUND FOR CHARGE ${charge}`;
  const { id } = post(standIn, { type: "refund", amount: -amount, source, currency, description });
  return { ...refund, balance_transaction: id };
}

/** Newest first. */
function refundsOf(world: World, chargeId: string): Stripe.Refund[] {
  return Object.values(world.refunds)
    .filter((refund) => refund.charge === chargeId)
    .reverse();
}

function recountRefunds(world: World, charge: Stripe.Charge): Stripe.Charge {
  const recounted = withRefunds(charge, refundedAmount(refundsOf(world, charge.id)));
  world.charges[charge.id] = recounted;
  return recounted;
}
