import { type Cents, formatCents } from "~/core/money";
import { failed, impossible, ok, type Result } from "~/core/result";

/** What staff can change of a limited sale. */
export type SaleValues = {
  /** What shoppers read; it often says the price, so it changes with it. */
  name: string;
  price: Cents;
  /** Units in total. */
  limit: number;
  /** Most units for one customer; null: no such limit. */
  perCustomer: number | null;
  startsAt: Date;
  /** First instant at which the sale no longer counts. */
  endsAt: Date;
  isPaused: boolean;
  isFeatured: boolean;
};
export type SaleField = keyof SaleValues;

/** What a change is judged by, beside the values that it changes. */
export type SaleFacts = SaleValues & {
  /** The lowest regular price of what is on sale. */
  regularPrice: Cents;
  sold: number;
  /** In live holds: shoppers are paying for them now. */
  held: number;
};

export type SaleProblem =
  | { kind: "ends-before-start" }
  | { kind: "price-not-below-regular"; regularPrice: Cents }
  | { kind: "limit-below-taken"; sold: number; held: number }
  | { kind: "customer-limit-above-total"; limit: number };

/** `limitChange` is an increment: nothing here ever overwrites what is left. */
export type SaleRevision = { values: SaleValues; changed: SaleField[]; limitChange: number };

/** Which edits of a running sale are lawful (PRICING 4, 11). All problems are told at once. Orders that exist keep their
 *  snapshot whatever is changed here. Never throws. */
export function reviseSale(current: SaleFacts, change: SaleValues): Result<SaleRevision, SaleProblem[]> {
  const problems: SaleProblem[] = [];
  if (change.endsAt <= change.startsAt) problems.push({ kind: "ends-before-start" });
  if (change.price >= current.regularPrice)
    problems.push({ kind: "price-not-below-regular", regularPrice: current.regularPrice });
  if (change.limit < current.sold + current.held)
    problems.push({ kind: "limit-below-taken", sold: current.sold, held: current.held });
  if (change.perCustomer !== null && change.perCustomer > change.limit)
    problems.push({ kind: "customer-limit-above-total", limit: change.limit });
  if (problems.length > 0) return failed(problems);
  return ok({ values: change, changed: changedFields(current, change), limitChange: change.limit - current.limit });
}

/** The fields in which two sets of values differ, in the order of the form. */
export function changedFields(before: SaleValues, after: SaleValues): SaleField[] {
  const fields: SaleField[] = ["name", "price", "limit", "perCustomer", "startsAt", "endsAt", "isPaused", "isFeatured"];
  return fields.filter((field) => plain(before[field]) !== plain(after[field]));
}

function plain(value: SaleValues[SaleField]) {
  return value instanceof Date ? value.getTime() : value;
}

/** The field that a problem stands beside, and its reason in words. */
export function explainSaleProblem(problem: SaleProblem): { field: SaleField; message: string } {
  switch (problem.kind) {
    case "ends-before-start":
      return { field: "endsAt", message: "The end must be later than the start." };
    case "price-not-below-regular":
      return {
        field: "price",
        message: `The sale price must be below the regular price, ${formatCents(problem.regularPrice)}.`,
      };
    case "limit-below-taken":
      return {
        field: "limit",
        message: `The limit can't be below ${problem.sold + problem.held}: ${problem.sold} sold and ${problem.held} in checkouts that are open now.`,
      };
    case "customer-limit-above-total":
      return {
        field: "perCustomer",
        message: `The limit for one customer can't be above the total, ${problem.limit}.`,
      };
    default:
      return impossible(problem);
  }
}
