import type { PromotionId } from "~/core/ids";
import type { CommonTerms } from "./combination";

/** A promotion with the terms of any kind. */
export type PromotionWith<Terms extends CommonTerms = CommonTerms> = {
  id: PromotionId;
  version: number;
  name: string;
  terms: Terms;
  startsAt: Date;
  /** First instant at which it no longer counts. */
  endsAt: Date;
  isPaused: boolean;
  /** A coupon's codes, as `normalizeCode` writes them; at least those that the shopper entered. */
  codes?: readonly string[];
};

/** PRICING 4: the window is `[starts, ends)`. */
export function isRunning(
  { isPaused, startsAt, endsAt }: Pick<PromotionWith, "isPaused" | "startsAt" | "endsAt">,
  now: Date,
) {
  return !isPaused && startsAt <= now && now < endsAt;
}

/** Ties go by priority, then by id. */
export function byPriority(one: PromotionWith, other: PromotionWith): number {
  return other.terms.priority - one.terms.priority || compareText(one.id, other.id);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
