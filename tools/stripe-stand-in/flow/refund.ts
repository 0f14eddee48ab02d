import type Stripe from "stripe";
import { withRefunds } from "../objects/charge";
import { invalidRequest, ok, type Result, refuse } from "../objects/problem";
import { makeRefund, refundableAmount, refundedAmount, settleRefund } from "../objects/refund";
import type { StandIn } from "../stand-in";
import type { World } from "../world";
import { type Cause, emit } from "./emit";

type Wanted = { amount?: number; reason: Stripe.Refund["reason"]; metadata: Stripe.Metadata };

/** Refunds a succeeded charge, whole or in part; refuses more than is left of it. Only inside `change`. */
export function refund(standIn: StandIn, charge: Stripe.Charge, wanted: Wanted, cause: Cause): Result<Stripe.Refund> {
  const { world, clock, settings } = standIn;
  if (charge.status !== "succeeded") {
    return refuse(invalidRequest(`Charge ${charge.id} has not succeeded, so it cannot be refunded.`));
  }
  const amount = refundableAmount(charge, refundsOf(world, charge.id), wanted.amount);
  if (!amount.ok) return amount;
  const status = settings.refundMode === "pending" ? "pending" : "succeeded";
  const made = makeRefund({ ...wanted, charge, amount: amount.value, status, created: clock.now() });
  world.refunds[made.id] = made;
  emit(standIn, "refund.created", made, { cause });
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  emit(standIn, "charge.refunded", recountRefunds(world, charge), { cause, previous: before });
  return ok(made);
}

/** The end of a pending refund, or the late failure of a succeeded one. Undefined when it has already failed. */
export function settle(standIn: StandIn, refund: Stripe.Refund, outcome: "succeeded" | "failed") {
  if (refund.status === "failed" || refund.status === outcome) return undefined;
  const { world } = standIn;
  const settled = settleRefund(refund, outcome);
  world.refunds[refund.id] = settled;
  emit(standIn, "refund.updated", settled, { previous: { status: refund.status } });
  if (outcome === "failed") emit(standIn, "refund.failed", settled);
  const charge = world.charges[String(refund.charge)];
  if (charge) recountRefunds(world, charge);
  return settled;
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
