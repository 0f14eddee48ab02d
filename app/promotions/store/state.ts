import type { PromotionKind } from "../kinds/kinds";
import { isRunning } from "../units/promotion";

/** What a promotion is at this moment. One that is over stays over whatever else is true of it; one that staff paused says so
 *  before it says that it is sold out. */
export const promotionStates = ["draft", "scheduled", "running", "paused", "sold out", "used up", "ended"] as const;
export type PromotionState = (typeof promotionStates)[number];

type Facts = {
  kind: PromotionKind;
  startsAt: Date;
  /** First instant at which it no longer counts (PRICING 4). */
  endsAt: Date;
  isPaused: boolean;
  isPublished: boolean;
  /** From the figure that checkout uses; undefined where nothing limits it. */
  unitsLeft: number | undefined;
};

export function promotionState(facts: Facts, now: Date): PromotionState {
  const { kind, startsAt, endsAt, isPaused, isPublished, unitsLeft } = facts;
  if (now >= endsAt) return "ended";
  if (!isPublished) return "draft";
  if (isPaused) return "paused";
  if (!isRunning({ isPaused, startsAt, endsAt }, now)) return "scheduled";
  if (unitsLeft !== 0) return "running";
  return kind === "coupon" ? "used up" : "sold out";
}
