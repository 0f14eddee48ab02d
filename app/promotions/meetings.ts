import { isInBundle } from "./kinds/bundle";
import type { CartLine } from "./priced-cart";
import { combine, type Promotion } from "./promotion";
import { isInScope } from "./scope";
import { stageOf } from "./stages";

/** Two promotions that run at the same time on the same courses, and what that means to a shopper. */
export type Meeting = {
  one: { id: string; name: string };
  other: { id: string; name: string };
  from: Date;
  /** First instant at which they no longer meet. */
  to: Date;
  courseIds: string[];
  words: string;
};

/** Where promotions meet. `formats` has one line for each format of each published course. */
export function meetingsOf(promotions: readonly Promotion[], formats: readonly CartLine[]): Meeting[] {
  const covered = new Map(
    promotions.map((promotion) => [promotion, formats.filter((line) => canTouch(promotion, line))]),
  );
  return promotions.flatMap((one, index) =>
    promotions.slice(index + 1).flatMap((other): Meeting[] => {
      const from = later(one.startsAt, other.startsAt);
      const to = one.endsAt < other.endsAt ? one.endsAt : other.endsAt;
      const theirs = new Set(covered.get(other));
      const shared = (covered.get(one) ?? []).filter((line) => theirs.has(line));
      if (from >= to || shared.length === 0) return [];
      const names = ({ id, name }: Promotion) => ({ id, name });
      const courseIds = [...new Set(shared.map(({ courseId }) => courseId))];
      return [{ one: names(one), other: names(other), from, to, courseIds, words: wordsFor(one, other) }];
    }),
  );
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Whether a promotion could take something off a line. */
export function canTouch({ terms }: Promotion, line: CartLine): boolean {
  if (terms.kind === "bundle") return isInBundle(terms, line);
  if (terms.kind === "gift") return terms.courseId === line.courseId;
  return (
    isInScope(terms.scope, line) || (terms.kind === "buy-x-get-y" && !!terms.reward && isInScope(terms.reward, line))
  );
}

function wordsFor(one: Promotion, other: Promotion): string {
  const [first, second] = [stageOf(one.terms.kind), stageOf(other.terms.kind)];
  if (one.terms.exclusive || other.terms.exclusive)
    return "One of them stands alone in a cart: the shopper gets whichever makes the whole cart cheaper.";
  if (first === "sales" && second === "sales") return "Each unit gets the better of the two sale prices.";
  if (first === "automatic" && second === "automatic")
    return "Each line gets the better one for the shopper, never both.";
  if (combine(one, other)) return "They add up: both come off the same units, one after the other.";
  return "They do not combine: each unit gets one of them, whichever makes the cart cheaper.";
}
