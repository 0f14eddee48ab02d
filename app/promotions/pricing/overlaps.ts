import { impossible } from "~/core/result";
import { isInBundle } from "../kinds/bundle/price";
import { takesPart } from "../kinds/buy-x-get-y/price";
import { isGift } from "../kinds/gift/price";
import { stageOf } from "../kinds/stages";
import { savingOnUnit } from "../units/discount";
import { combine, type Promotion } from "../units/promotion";
import { isInScope } from "../units/scope";
import type { CartLine } from "./priced-cart";

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
  const covered = promotions.map((promotion) => new Set(formats.filter((line) => canTouch(promotion, line))));
  return promotions.flatMap((one, index) =>
    promotions.slice(index + 1).flatMap((other, next): Meeting[] => {
      const from = later(one.startsAt, other.startsAt);
      const to = one.endsAt < other.endsAt ? one.endsAt : other.endsAt;
      if (from >= to) return [];
      const shared = [...(covered[index] ?? [])].filter((line) => covered[index + 1 + next]?.has(line));
      if (shared.length === 0) return [];
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
  switch (terms.kind) {
    case "bundle":
      return isInBundle(terms, line);
    case "gift":
      return isGift(terms, line);
    case "buy-x-get-y":
      return takesPart(terms, line);
    case "limited-sale":
    case "scheduled-sale":
      return isInScope(terms.scope, line) && savingOnUnit(terms.price, line.regularPrice) > 0;
    case "quantity-tiers":
    case "coupon":
      return isInScope(terms.scope, line);
    default:
      return impossible(terms);
  }
}

function wordsFor(one: Promotion, other: Promotion): string {
  const alone = [one, other].filter(({ terms }) => terms.exclusive).map(({ name }) => `“${name}”`);
  if (alone.length === 2) return "Each stands alone in a cart: the shopper gets the one that makes the cart cheaper.";
  if (alone.length === 1)
    return `${alone[0]} stands alone in a cart: the shopper gets either it or all the others, whichever makes the cart cheaper.`;
  const [first, second] = [stageOf(one.terms.kind), stageOf(other.terms.kind)];
  if (first === "sales" && second === "sales") return "Each unit gets the better of the two sale prices.";
  if (first === "automatic" && second === "automatic")
    return "Each line gets the better one for the shopper, never both.";
  const entered = first === "coupons" || second === "coupons" ? "For those who enter the code: " : "";
  const does = combine(one, other)
    ? "they add up: both come off the same units, one after the other."
    : "they do not combine: each unit gets one of them, whichever makes the cart cheaper.";
  return entered ? entered + does : does.charAt(0).toUpperCase() + does.slice(1);
}
