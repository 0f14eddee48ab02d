import type Stripe from "stripe";
import { disputeFee } from "../objects/balance-transaction";
import { answerDispute, blocksRefunds, endDispute, isOpen, makeDispute, type Outcome } from "../objects/dispute";
import type { StandIn } from "../stand-in";
import type { World } from "../world";
import { type Cause, emit } from "./emit";
import { post } from "./ledger";

type Wanted = { amount?: number; reason: string; isInquiry: boolean; dueBy?: number };

const tenDays = 10 * 24 * 60 * 60;

export const disputesOf = (world: World, chargeId: string): Stripe.Dispute[] =>
  Object.values(world.disputes).filter((dispute) => dispute.charge === chargeId);

/**
 * The cardholder disputes the charge: the money goes back immediately, with Stripe's fee, unless it is an inquiry. Undefined
 * if the charge isn't paid or is already disputed. Only inside `change`.
 */
export function openDispute(standIn: StandIn, charge: Stripe.Charge, wanted: Wanted): Stripe.Dispute | undefined {
  const { world, clock } = standIn;
  const others = disputesOf(world, charge.id);
  if (charge.status !== "succeeded" || others.some((each) => isOpen(each) || blocksRefunds(each))) return undefined;
  const now = clock.now();
  // A refunded part isn't disputed again, as long as anything else is left to dispute.
  const left = charge.amount - charge.amount_refunded || charge.amount;
  const { amount = left, reason, isInquiry, dueBy = now + tenDays } = wanted;
  const made = makeDispute({ charge, amount, reason, isInquiry, dueBy, created: now });
  const dispute = isInquiry ? made : withdraw(standIn, made);
  world.disputes[dispute.id] = dispute;
  world.charges[charge.id] = { ...charge, disputed: true };
  emit(standIn, "charge.dispute.created", dispute);
  if (!isInquiry) emit(standIn, "charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** Stripe's test mode decides by these words (https://docs.stripe.com/testing#disputes); so does the stand-in. */
const verdicts: Record<string, "won" | "lost"> = { winning_evidence: "won", losing_evidence: "lost" };

/** The shop's response. `evidence` has the changes; without `submit` it is only saved. Only inside `change`. */
export function answer(
  standIn: StandIn,
  dispute: Stripe.Dispute,
  { evidence, submit }: { evidence: Partial<Stripe.Dispute["evidence"]>; submit: boolean },
  cause: Cause,
): Stripe.Dispute {
  const answered = answerDispute(dispute, evidence, submit);
  standIn.world.disputes[dispute.id] = answered;
  const { status, evidence_details } = dispute;
  emit(standIn, "charge.dispute.updated", answered, { cause, previous: { status, evidence_details } });
  const verdict = submit ? verdicts[answered.evidence.uncategorized_text ?? ""] : undefined;
  if (verdict) closeDispute(standIn, answered, answered.status.startsWith("warning_") ? "warning_closed" : verdict);
  return answered;
}

/** The bank's decision. If won, the money comes back but the fee doesn't. Undefined if it can't end that way. */
export function closeDispute(standIn: StandIn, dispute: Stripe.Dispute, outcome: Outcome): Stripe.Dispute | undefined {
  const ended = endDispute(dispute, outcome);
  if (!ended) return undefined;
  const closed = outcome === "won" ? reinstate(standIn, ended) : ended;
  standIn.world.disputes[dispute.id] = closed;
  emit(standIn, "charge.dispute.closed", closed, { previous: { status: dispute.status } });
  if (outcome === "won") emit(standIn, "charge.dispute.funds_reinstated", closed);
  return closed;
}

/** After its due date, a dispute takes no more evidence. `now` in seconds. Only inside `change`. */
export function markPastDue(world: World, now: number): void {
  for (const dispute of Object.values(world.disputes)) {
    const { evidence_details } = dispute;
    if (!isOpen(dispute) || evidence_details.due_by === null || evidence_details.due_by > now) continue;
    world.disputes[dispute.id] = { ...dispute, evidence_details: { ...evidence_details, past_due: true } };
  }
}

function withdraw(standIn: StandIn, dispute: Stripe.Dispute): Stripe.Dispute {
  return move(standIn, dispute, {
    amount: -dispute.amount,
    fee: { amount: disputeFee, description: "Dispute fee" },
    description: `Chargeback withdrawal for ${dispute.charge}`,
  });
}

function reinstate(standIn: StandIn, dispute: Stripe.Dispute): Stripe.Dispute {
  return move(standIn, dispute, {
    amount: dispute.amount,
    description: `Chargeback reversal for ${dispute.charge}`,
  });
}

type Moving = { amount: number; description: string; fee?: { amount: number; description: string } };

function move(standIn: StandIn, dispute: Stripe.Dispute, moving: Moving): Stripe.Dispute {
  const { id: source, currency } = dispute;
  const transaction = post(standIn, { ...moving, type: "adjustment", source, currency });
  return { ...dispute, balance_transactions: [...dispute.balance_transactions, transaction] };
}
