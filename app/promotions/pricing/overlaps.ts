import type { CourseId, PromotionId } from "~/core/ids";
import { capitalize } from "../kinds/describe-terms";
import { canCombine, canDiscount, type Promotion, stageOf } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";

/** Two promotions that run at the same time on the same courses, and what that means for a shopper. */
export type Overlap = {
  one: { id: PromotionId; name: string };
  other: { id: PromotionId; name: string };
  from: Date;
  /** First instant at which they no longer overlap. */
  to: Date;
  courseIds: CourseId[];
  effect: string;
};

/** Where promotions overlap. `formats` has one line for each format of each published course. */
export function findOverlaps(promotions: readonly Promotion[], formats: readonly CartLine[]): Overlap[] {
  const covered = promotions.map((promotion) => new Set(formats.filter((line) => canDiscount(promotion, line))));
  return promotions.flatMap((one, index) =>
    promotions.slice(index + 1).flatMap((other, next): Overlap[] => {
      const from = later(one.startsAt, other.startsAt);
      const to = one.endsAt < other.endsAt ? one.endsAt : other.endsAt;
      if (from >= to) return [];
      const shared = [...(covered[index] ?? [])].filter((line) => covered[index + 1 + next]?.has(line));
      if (shared.length === 0) return [];
      const names = ({ id, name }: Promotion) => ({ id, name });
      const courseIds = [...new Set(shared.map(({ courseId }) => courseId))];
      return [{ one: names(one), other: names(other), from, to, courseIds, effect: describeEffect(one, other) }];
    }),
  );
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function describeEffect(one: Promotion, other: Promotion): string {
  const alone = [one, other].filter(({ terms }) => terms.exclusive).map(({ name }) => `“${name}”`);
  if (alone.length === 2) return "Both are exclusive: the shopper gets the one that makes the cart cheaper.";
  if (alone.length === 1)
    return `${alone[0]} is exclusive: the shopper gets either it or the other promotions, whichever makes the cart cheaper.`;
  const [first, second] = [stageOf(one.terms.kind), stageOf(other.terms.kind)];
  if (first === "sales" && second === "sales") return "Each unit gets the lower of the two sale prices.";
  if (first === "automatic" && second === "automatic")
    return "Each line gets the one that saves the shopper more, never both.";
  const effect = canCombine(one, other)
    ? "both discounts apply to the same units, one after the other."
    : "each unit gets one of them, whichever makes the cart cheaper.";
  return capitalize(first === "coupons" || second === "coupons" ? `with the code, ${effect}` : effect);
}
