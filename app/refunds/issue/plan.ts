import type { EnrollmentId } from "~/core/ids";
import { type Cents, noCents, sumCents } from "~/core/money";
import { assertNever, failed, ok, type Result } from "~/core/result";
import { type Parts, sumOfParts } from "~/ledger/entries/entry";
import { openParts, partsLeft, partsOfAmount, type RefundFacts, taxOn, unitShares } from "../facts/refundable";

/** What staff choose to refund. */
export type RefundWhat =
  | { kind: "full" }
  /** Units, shipping, or both. */
  | { kind: "units"; enrollmentIds: EnrollmentId[]; shipping: boolean }
  | { kind: "amount"; cents: Cents };

export type RefundPlan = {
  amount: Cents;
  parts: Parts;
  units: { id: EnrollmentId; amount: Cents }[];
};

export type PlanProblem =
  | { kind: "nothing-left" }
  /** Nothing was chosen, or only free units. */
  | { kind: "nothing-chosen" }
  | { kind: "unknown-unit" }
  /** EDUCATION 13 */
  | { kind: "certified"; unitIds: EnrollmentId[] }
  | { kind: "refunded-before"; unitIds: EnrollmentId[] }
  | { kind: "too-much"; most: Cents };

/** Calculates a refund to the cent. Pure: callers save the result under a lock on the order. */
export function planRefund(facts: RefundFacts, what: RefundWhat): Result<RefundPlan, PlanProblem> {
  if (sumOfParts(partsLeft(facts)) === 0) return failed({ kind: "nothing-left" });
  switch (what.kind) {
    case "full":
      return planFull(facts);
    case "units":
      return planUnits(facts, new Set(what.enrollmentIds), what.shipping);
    case "amount":
      return planAmount(facts, what.cents);
    default:
      return assertNever(what);
  }
}

function planFull(facts: RefundFacts): Result<RefundPlan, PlanProblem> {
  const units = facts.lines.flatMap((line) => line.units).filter(({ refunded }) => refunded === undefined);
  const certified = units.filter(({ isCertified }) => isCertified);
  if (certified.length > 0) return failed({ kind: "certified", unitIds: certified.map(({ id }) => id) });
  const parts = partsLeft(facts);
  const shares = unitShares(facts.lines, new Set(units.map(({ id }) => id)), parts.items);
  return ok(planOf(parts, shares));
}

function planUnits(facts: RefundFacts, chosen: Set<EnrollmentId>, shipping: boolean): Result<RefundPlan, PlanProblem> {
  const units = facts.lines.flatMap((line) => line.units).filter(({ id }) => chosen.has(id));
  if (units.length < chosen.size) return failed({ kind: "unknown-unit" });
  const before = units.filter(({ refunded }) => refunded !== undefined);
  if (before.length > 0) return failed({ kind: "refunded-before", unitIds: before.map(({ id }) => id) });
  const certified = units.filter(({ isCertified }) => isCertified);
  if (certified.length > 0) return failed({ kind: "certified", unitIds: certified.map(({ id }) => id) });

  const open = openParts(facts);
  const shares = unitShares(facts.lines, chosen, open.items);
  const items = sumCents(shares.values());
  const postage = shipping ? open.shipping : noCents;
  const parts = { items, shipping: postage, tax: taxOn(facts, sumCents([items, postage])) };
  if (sumOfParts(parts) === 0) return failed({ kind: "nothing-chosen" });
  return ok(planOf(parts, shares));
}

function planAmount(facts: RefundFacts, amount: Cents): Result<RefundPlan, PlanProblem> {
  const open = openParts(facts);
  const most = sumOfParts(open);
  if (most === 0) return failed({ kind: "nothing-left" });
  if (amount <= 0) return failed({ kind: "nothing-chosen" });
  if (amount > most) return failed({ kind: "too-much", most });
  return ok(planOf(partsOfAmount(facts, amount, open), new Map()));
}

function planOf(parts: Parts, shares: Map<EnrollmentId, Cents>): RefundPlan {
  return { amount: sumOfParts(parts), parts, units: [...shares].map(([id, share]) => ({ id, amount: share })) };
}
