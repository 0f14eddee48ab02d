import type { TypedResponse } from "@remix-run/node";
import { useActionData as useRemixActionData, useLoaderData as useRemixLoaderData } from "@remix-run/react";
import type { Json } from "~/core/json";

type Route = (...args: never[]) => unknown;
type Carried<Answer> = Answer extends TypedResponse<infer Value> ? Json<Value> : Json<Answer>;
/** What a page gets of its loader's or action's answer, plain or made with `json()`. */
export type RouteData<Of extends Route> = Carried<Awaited<ReturnType<Of>>>;

/** Remix's own types make each property that may be undefined optional, which fits few of our views. */
export function useLoaderData<Loader extends Route>(): RouteData<Loader> {
  return useRemixLoaderData();
}

/** The answer of the form just sent; undefined if none was. */
export function useActionData<Action extends Route>(): RouteData<Action> | undefined {
  return useRemixActionData();
}
