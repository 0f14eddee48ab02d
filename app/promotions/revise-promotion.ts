import { type Cents, formatCents } from "~/core/money";
import { failed, impossible, ok, type Result } from "~/core/result";
import { saleDiscount } from "./discount";
import { isItem } from "./kinds/bundle";
import type { CartLine } from "./priced-cart";
import { isInScope, type Scope } from "./scope";
import type { Terms } from "./terms";

/** What staff say of a promotion. */
export type PromotionValues = {
  /** What shoppers read. */
  name: string;
  terms: Terms;
  /** Sale units, or a coupon's uses, in total; null: no such limit, or not of this kind. */
  limit: number | null;
  /** Most units or uses for one customer; null: no such limit. */
  perCustomer: number | null;
  startsAt: Date;
  /** First instant at which it no longer counts. */
  endsAt: Date;
  isPaused: boolean;
  isFeatured: boolean;
  /** False: a draft. */
  isPublished: boolean;
  /** A coupon's own codes; not those that were made in bulk. */
  codes: string[];
};
export type PromotionField = keyof PromotionValues;

/** What a change is judged by. */
export type PromotionFacts = {
  /** What stands now; undefined for a new promotion. */
  current: PromotionValues | undefined;
  sold: number;
  /** In live holds: shoppers are paying for them now. */
  held: number;
  /** One line of one unit for each format of each published course. */
  formats: readonly CartLine[];
  now: Date;
};

/** A problem stands beside a field of the form; `part` names a part of the terms. */
export type PromotionProblem = { field: PromotionField; part?: string; message: string };

/** `limitChange` is an increment: nothing here ever overwrites what is left. */
export type PromotionRevision = { values: PromotionValues; changed: PromotionField[]; limitChange: number };

/** Which values of a promotion are lawful (PRICING 4, 11). All problems are told at once. Orders that exist keep their snapshot
 *  whatever is changed here. Never throws. */
export function revisePromotion(
  facts: PromotionFacts,
  values: PromotionValues,
): Result<PromotionRevision, PromotionProblem[]> {
  const problems = [
    ...windowProblems(facts, values),
    ...limitProblems(facts, values),
    ...termsProblems(facts, values.terms),
  ];
  if (problems.length > 0) return failed(problems);
  const { current } = facts;
  return ok({
    values,
    changed: current ? changedFields(current, values) : [],
    limitChange: (values.limit ?? 0) - (current?.limit ?? 0),
  });
}

function windowProblems({ current, now }: PromotionFacts, { startsAt, endsAt }: PromotionValues): PromotionProblem[] {
  if (endsAt <= startsAt) return [{ field: "endsAt", message: "The end must be later than the start." }];
  if (!current && endsAt <= now)
    return [{ field: "endsAt", message: "This end has passed already: choose one in the future." }];
  return [];
}

function limitProblems(
  { sold, held }: PromotionFacts,
  { limit, perCustomer, terms }: PromotionValues,
): PromotionProblem[] {
  const problems: PromotionProblem[] = [];
  if (terms.kind === "limited-sale" && limit === null)
    problems.push({ field: "limit", message: "Enter how many units are on sale in total." });
  if (limit !== null && limit < sold + held)
    problems.push({
      field: "limit",
      message: `The limit can't be below ${sold + held}: ${sold} sold and ${held} in checkouts that are open now.`,
    });
  if (limit !== null && perCustomer !== null && perCustomer > limit)
    problems.push({ field: "perCustomer", message: `The limit for one customer can't be above the total, ${limit}.` });
  if (terms.kind === "coupon" && terms.firstOrderOnly && perCustomer !== 1)
    problems.push({ field: "perCustomer", message: "A first order happens once: enter 1." });
  return problems;
}

function termsProblems({ formats }: PromotionFacts, terms: Terms): PromotionProblem[] {
  const say = (part: string, message: string): PromotionProblem[] => [{ field: "terms", part, message }];
  const covers = (scope: Scope) => formats.filter((line) => isInScope(scope, line));
  const scopeProblems = (part: string, scope: Scope) =>
    covers(scope).length > 0 ? [] : say(part, "No published course fits all of this. Take a condition away.");
  switch (terms.kind) {
    case "limited-sale":
    case "scheduled-sale": {
      const dear = covers(terms.scope).filter((line) => saleDiscount(terms.price, line.regularPrice, 1) <= 0);
      const lowest = lowestPrice(covers(terms.scope));
      const isHigh = dear.length > 0 || (terms.price.kind === "amount-off" && terms.price.cents >= lowest);
      const price = isHigh ? say("price", `It must be below the lowest regular price, ${formatCents(lowest)}.`) : [];
      return covers(terms.scope).length > 0 ? price : scopeProblems("scope", terms.scope);
    }
    case "coupon":
      return scopeProblems("scope", terms.scope);
    case "buy-x-get-y":
      return [...scopeProblems("scope", terms.scope), ...(terms.reward ? scopeProblems("reward", terms.reward) : [])];
    case "quantity-tiers": {
      const rises = terms.tiers.every(({ quantity, discount }, index) => {
        const before = terms.tiers[index - 1];
        return !before || (quantity > before.quantity && discount > before.discount);
      });
      return [
        ...scopeProblems("scope", terms.scope),
        ...(rises ? [] : say("tiers", "From each step to the next, both the quantity and the discount must rise.")),
      ];
    }
    case "bundle":
      return bundleProblems(terms, formats).flatMap(([part, message]) => say(part, message));
    case "gift": {
      const isThere = formats.some(
        ({ courseId, format }) => courseId === terms.courseId && (!terms.formats || terms.formats.includes(format)),
      );
      return [
        ...scopeProblems("scope", terms.scope),
        ...(isThere ? [] : say("courseId", "This course is not published in these formats: nobody could have it.")),
      ];
    }
    default:
      return impossible(terms);
  }
}

function bundleProblems(terms: Extract<Terms, { kind: "bundle" }>, formats: readonly CartLine[]): [string, string][] {
  const ids = terms.items.map(({ courseId }) => courseId);
  if (new Set(ids).size < ids.length) return [["items", "A course is in the bundle twice."]];
  const shelves = terms.items.map((item) => formats.filter((line) => isItem(item, line)));
  if (shelves.some((shelf) => shelf.length === 0))
    return [["items", "A course of the bundle is not published: nobody could buy the whole set."]];
  const sum = shelves.reduce((total, shelf) => total + lowestPrice(shelf), 0);
  if (terms.price >= sum)
    return [["price", `It must be below what the courses cost one by one, ${formatCents(sum)} at least.`]];
  return [];
}

function lowestPrice(lines: readonly CartLine[]): Cents | 0 {
  return lines.reduce<Cents | 0>(
    (least, { regularPrice }, index) => (index === 0 || regularPrice < least ? regularPrice : least),
    0,
  );
}

/** The fields in which two sets of values differ, in the order of the form. */
export function changedFields(before: PromotionValues, after: PromotionValues): PromotionField[] {
  const fields: PromotionField[] = [
    "name",
    "terms",
    "limit",
    "perCustomer",
    "startsAt",
    "endsAt",
    "codes",
    "isPaused",
    "isFeatured",
    "isPublished",
  ];
  return fields.filter((field) => canonical(before[field]) !== canonical(after[field]));
}

/** The same value gives the same text, whatever the order of its keys and though something undefined is named. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
