import type { PromotionValues } from "../store/check-values";
import type { PromotionState } from "../store/state";

/** What the buttons next to a promotion's form do. */
export const promotionActions = ["publish", "pause", "resume", "withdraw", "end", "copy"] as const;
export type PromotionAction = (typeof promotionActions)[number];

/** What the audit log calls it. */
export const auditNames: Record<PromotionAction, string> = {
  publish: "promotion.published",
  pause: "promotion.paused",
  resume: "promotion.resumed",
  withdraw: "promotion.withdrawn",
  end: "promotion.ended",
  copy: "promotion.copied",
};

/** The actions that make sense for a promotion now. One that hasn't started goes back to a draft instead of ending: no shopper saw it. */
export function listActions(
  state: PromotionState,
  { isPaused, startsAt }: PromotionValues,
  now: Date,
): PromotionAction[] {
  if (state === "ended") return ["copy"];
  if (state === "draft") return ["publish", "copy"];
  const stop: PromotionAction = startsAt <= now ? "end" : "withdraw";
  return [isPaused ? "resume" : "pause", stop, "copy"];
}

/** The values that an action changes. A draft is never also paused, so it runs once it is published. */
export function changesOf(action: Exclude<PromotionAction, "copy">, now: Date): Partial<PromotionValues> {
  switch (action) {
    case "publish":
      return { isPublished: true, isPaused: false };
    case "withdraw":
      return { isPublished: false, isPaused: false };
    case "pause":
      return { isPaused: true };
    case "resume":
      return { isPaused: false };
    case "end":
      return { endsAt: now };
  }
}

const week = 7 * 86_400_000;

/** A draft with the same terms. A window that has ended is moved to start now. It is as long as before but at least a week: the copy of a
 *  promotion that was ended early would otherwise end before anyone saw it. Codes belong to one promotion only. */
export function copyValues(values: PromotionValues, now: Date): PromotionValues {
  const { startsAt, endsAt, name } = values;
  const length = Math.max(week, endsAt.getTime() - startsAt.getTime());
  const window = endsAt > now ? {} : { startsAt: now, endsAt: new Date(now.getTime() + length) };
  return {
    ...values,
    ...window,
    name: `Copy of ${name}`.slice(0, 80),
    isPaused: false,
    isPublished: false,
    isFeatured: false,
    codes: [],
  };
}
