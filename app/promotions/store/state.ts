import { kindOf, type PromotionKind } from "../kinds/kinds";
import { isRunning } from "../units/promotion";

/** A promotion's state now. An ended one is shown as ended, and one that staff paused as paused, even if it is sold out. */
export const promotionStates = ["draft", "scheduled", "running", "paused", "sold out", "used up", "ended"] as const;
export type PromotionState = (typeof promotionStates)[number];

type Facts = {
  kind: PromotionKind;
  startsAt: Date;
  /** First instant at which it no longer counts (PRICING 4). */
  endsAt: Date;
  isPaused: boolean;
  isPublished: boolean;
  /** The figure that checkout uses; undefined if nothing limits it. */
  unitsLeft: number | undefined;
};

export function findPromotionState(facts: Facts, now: Date): PromotionState {
  const { kind, startsAt, endsAt, isPaused, isPublished, unitsLeft } = facts;
  if (now >= endsAt) return "ended";
  if (!isPublished) return "draft";
  if (isPaused) return "paused";
  if (!isRunning({ isPaused, startsAt, endsAt }, now)) return "scheduled";
  if (unitsLeft !== 0) return "running";
  return kindOf(kind).terms.counted?.unit === "use" ? "used up" : "sold out";
}
