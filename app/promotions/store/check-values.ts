import { failed, ok, type Result } from "~/core/result";
import { noTotalLimit } from "~/stock/claim";
import { kindOf, type Terms } from "../kinds/kinds";
import { validateTerms } from "../kinds/validate-terms";
import type { CartLine } from "../units/cart-line";

/** What staff enter for a promotion. */
export type PromotionValues = {
  /** What shoppers read. */
  name: string;
  terms: Terms;
  /** Sale units or a coupon's uses, in total; null: no such limit, or none for this kind. */
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
  /** A coupon's own codes, not those generated in bulk. */
  codes: string[];
};
export type PromotionField = keyof PromotionValues;

/** The facts a change is checked against. */
export type PromotionFacts = {
  /** The saved values; undefined for a new promotion. */
  current: PromotionValues | undefined;
  sold: number;
  /** In live holds: shoppers are paying for them now. */
  held: number;
  /** One line of one unit for each format of each published course. */
  formats: readonly CartLine[];
  now: Date;
};

/** A problem is shown next to a form field; `part` names a part of the terms. */
export type PromotionProblem = { field: PromotionField; part?: string; message: string };

/** `limitChange` is an increment of the stock's capacity: nothing ever overwrites what is left. */
export type CheckedValues = { values: PromotionValues; changed: PromotionField[]; limitChange: number };

/** Whether values can be saved (PRICING 4, 11), with all problems together. Existing orders keep their snapshot. Anything once valid and
 *  unchanged isn't checked again: a promotion whose course has since been retired can still be paused and ended. Never throws. */
export function checkValues(facts: PromotionFacts, values: PromotionValues): Result<CheckedValues, PromotionProblem[]> {
  const { current, formats } = facts;
  const changed = current ? findChangedFields(current, values) : [];
  const isNew = !current || (values.isPublished && !current.isPublished);
  const touches = (...fields: PromotionField[]) => isNew || fields.some((field) => changed.includes(field));
  const problems: PromotionProblem[] = [
    ...(touches("startsAt", "endsAt") ? validateWindow(values, isNew, facts.now) : []),
    ...(touches("limit", "perCustomer", "terms") ? validateLimits(facts, values) : []),
    ...(touches("terms") ? validateTerms(values.terms, formats) : []).map((problem) => ({
      field: "terms" as const,
      ...problem,
    })),
  ];
  if (problems.length > 0) return failed(problems);
  return ok({ values, changed, limitChange: capacityOf(values) - (current ? capacityOf(current) : 0) });
}

/** The total stock for these values. */
export function capacityOf({ limit }: Pick<PromotionValues, "limit">): number {
  return limit ?? noTotalLimit;
}

function validateWindow({ startsAt, endsAt }: PromotionValues, isNew: boolean, now: Date): PromotionProblem[] {
  if (endsAt <= startsAt) return [{ field: "endsAt", message: "The end must be later than the start." }];
  if (isNew && endsAt <= now)
    return [{ field: "endsAt", message: "This end has already passed. Choose one in the future." }];
  return [];
}

function validateLimits({ sold, held }: PromotionFacts, { limit, perCustomer, terms }: PromotionValues) {
  const problems: PromotionProblem[] = [
    ...(kindOf(terms.kind).terms.counted?.validateLimits(terms, { limit, perCustomer }) ?? []),
  ];
  if (limit !== null && limit < sold + held)
    problems.push({
      field: "limit",
      message: `The limit can't be below ${sold + held}: ${sold} sold and ${held} in open checkouts.`,
    });
  if (limit !== null && perCustomer !== null && perCustomer > limit)
    problems.push({ field: "perCustomer", message: `The limit per customer can't be above the total, ${limit}.` });
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

/** The fields in which two sets of values differ, in form order. */
export function findChangedFields(before: PromotionValues, after: PromotionValues): PromotionField[] {
  return fieldsInOrder.filter((field) => toCanonical(before[field]) !== toCanonical(after[field]));
}

/** Equal values have the same text, regardless of key order or undefined keys. */
function toCanonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
