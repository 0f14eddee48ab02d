import { integer, text } from "./params";

/** What every list takes (https://docs.stripe.com/api/pagination): ten objects unless asked otherwise, at most 100. */
export const pageParams = {
  limit: integer(1, 100).default(10),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

type Range = { gt?: number; gte?: number; lt?: number; lte?: number };

/** Seconds against the bounds of a `created` filter; no filter lets everything through. */
export function isWithin(at: number, { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity }: Range = {}) {
  return at > gt && at >= gte && at < lt && at <= lte;
}
