import type Stripe from "stripe";
import { missingObject, ok, type Result, refuse } from "./problem";

export type PageParams = { limit: number; starting_after?: string; ending_before?: string };

/**
 * One page of a list (https://docs.stripe.com/api/pagination). `all` is in list order, newest first for most.
 * `ending_before` returns the page just before that object. Refuses a cursor that isn't in the list.
 */
export function pageOf<T extends { id: string }>(
  all: T[],
  { limit, starting_after, ending_before }: PageParams,
  { url, kind }: { url: string; kind: string },
): Result<Stripe.ApiList<T>> {
  const after = starting_after === undefined ? -1 : all.findIndex(({ id }) => id === starting_after);
  if (starting_after !== undefined && after < 0) return refuse(missingObject(kind, starting_after, "starting_after"));
  const before = ending_before === undefined ? all.length : all.findIndex(({ id }) => id === ending_before);
  if (ending_before !== undefined && before < 0) return refuse(missingObject(kind, ending_before, "ending_before"));
  const between = all.slice(after + 1, before);
  const data = ending_before === undefined ? between.slice(0, limit) : between.slice(-limit);
  return ok({ object: "list", data, has_more: data.length < between.length, url });
}
