import { integer, text } from "./params";

/** What every list accepts (https://docs.stripe.com/api/pagination): ten objects by default, at most 100. */
export const pageParams = {
  limit: integer(1, 100).default(10),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

type Range = { gt?: number; gte?: number; lt?: number; lte?: number };

/** Checks seconds against the bounds of a `created` filter; no filter accepts everything. */
export function isWithin(at: number, { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity }: Range = {}) {
  return at > gt && at >= gte && at < lt && at <= lte;
}
