import { failed, ok, type Result } from "~/core/result";
import { noTotalLimit } from "~/stock/claim";
import { judgeTerms } from "../kinds/judge-terms";
import type { Terms } from "../kinds/kinds";
import type { CartLine } from "../pricing/priced-cart";

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

/** `limitChange` is an increment of the stock's capacity: nothing here ever overwrites what is left. */
export type PromotionRevision = { values: PromotionValues; changed: PromotionField[]; limitChange: number };

/** Which values of a promotion are lawful (PRICING 4, 11). All problems are told at once. Orders that exist keep their snapshot
 *  whatever is changed here. What was lawful once and is not touched is not judged again: a promotion whose course was retired
 *  since can still be paused and ended. Never throws. */
export function revisePromotion(
  facts: PromotionFacts,
  values: PromotionValues,
): Result<PromotionRevision, PromotionProblem[]> {
  const { current, formats } = facts;
  const changed = current ? changedFields(current, values) : [];
  const isNew = !current || (values.isPublished && !current.isPublished);
  const touches = (...fields: PromotionField[]) => isNew || fields.some((field) => changed.includes(field));
  const problems: PromotionProblem[] = [
    ...(touches("startsAt", "endsAt") ? windowProblems(values, isNew, facts.now) : []),
    ...(touches("limit", "perCustomer", "terms") ? limitProblems(facts, values) : []),
    ...(touches("terms") ? judgeTerms(values.terms, formats) : []).map((problem) => ({
      field: "terms" as const,
      ...problem,
    })),
  ];
  if (problems.length > 0) return failed(problems);
  return ok({ values, changed, limitChange: capacityOf(values) - (current ? capacityOf(current) : 0) });
}

/** What the stock of these values holds in total. */
export function capacityOf({ limit }: Pick<PromotionValues, "limit">): number {
  return limit ?? noTotalLimit;
}

function windowProblems({ startsAt, endsAt }: PromotionValues, isNew: boolean, now: Date): PromotionProblem[] {
  if (endsAt <= startsAt) return [{ field: "endsAt", message: "The end must be later than the start." }];
  if (isNew && endsAt <= now)
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

const fieldsInOrder: PromotionField[] = [
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

/** The fields in which two sets of values differ, in the order of the form. */
export function changedFields(before: PromotionValues, after: PromotionValues): PromotionField[] {
  return fieldsInOrder.filter((field) => canonical(before[field]) !== canonical(after[field]));
}

/** The same value gives the same text, whatever the order of its keys and though something undefined is named. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
