import type { PromotionKind, Terms, TermsOf } from "../kinds/kinds";
import { stageOf } from "../kinds/stages";

export type Promotion = {
  id: string;
  version: number;
  name: string;
  terms: Terms;
  startsAt: Date;
  /** First instant at which it no longer counts. */
  endsAt: Date;
  isPaused: boolean;
  /** A coupon's codes, as `normaliseCode` writes them; those that the shopper entered are enough. */
  codes?: readonly string[];
};

export type PromotionOf<Kind extends PromotionKind> = Promotion & { terms: TermsOf<Kind> };

export function isOfKind<Kind extends PromotionKind>(promotion: Promotion, kind: Kind): promotion is PromotionOf<Kind> {
  return promotion.terms.kind === kind;
}

/** PRICING 4: the window is `[starts, ends)`. */
export function isRunning(
  { isPaused, startsAt, endsAt }: Pick<Promotion, "isPaused" | "startsAt" | "endsAt">,
  now: Date,
) {
  return !isPaused && startsAt <= now && now < endsAt;
}

/** PRICING 3: whether two promotions may meet on one unit: each must say that it combines with the other's stage. */
export function combine(one: { terms: Terms }, other: { terms: Terms }): boolean {
  return one.terms.combinesWith[stageOf(other.terms.kind)] && other.terms.combinesWith[stageOf(one.terms.kind)];
}

/** Ties go by priority, then by id. */
export function byPriority(one: Promotion, other: Promotion): number {
  return other.terms.priority - one.terms.priority || compareText(one.id, other.id);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A code as it is compared: people type small letters, spaces and hyphens. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, "");
}
