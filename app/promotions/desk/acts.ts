import type { PromotionValues } from "../store/revise";
import type { PromotionState } from "../store/state";

/** What the buttons beside a promotion's form do. */
export const acts = ["publish", "pause", "resume", "withdraw", "end", "copy"] as const;
export type Act = (typeof acts)[number];

/** As the audit has it: what happened. */
export const actionOf: Record<Act, string> = {
  publish: "promotion.published",
  pause: "promotion.paused",
  resume: "promotion.resumed",
  withdraw: "promotion.withdrawn",
  end: "promotion.ended",
  copy: "promotion.copied",
};

/** What makes sense for a promotion now. One that has not begun is made a draft again instead of being ended: nobody saw it. */
export function actsFor(state: PromotionState, { isPaused, startsAt }: PromotionValues, now: Date): Act[] {
  if (state === "ended") return ["copy"];
  if (state === "draft") return ["publish", "copy"];
  const stop: Act = startsAt <= now ? "end" : "withdraw";
  return [isPaused ? "resume" : "pause", stop, "copy"];
}

/** A draft is never paused as well: published, it runs. */
export function changeOf(act: Exclude<Act, "copy">, now: Date): Partial<PromotionValues> {
  switch (act) {
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

/** A draft with the same terms. A window that is over begins anew, for as long as it was but a week at least: one that somebody
 *  ended early would be over before anybody saw it. Codes belong to one promotion only. */
export function copyOf(values: PromotionValues, now: Date): PromotionValues {
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
