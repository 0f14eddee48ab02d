import { isRouteErrorResponse } from "@remix-run/react";

export type ErrorWords = { status: number; title: string; text: string };

/** Says what happened and what to do next; never why in a programmer's words. A route's own message comes first. */
export function errorWords(error: unknown): ErrorWords {
  const known = isRouteErrorResponse(error) ? error : undefined;
  const own = typeof known?.data === "string" && known.data.trim() ? known.data.trim() : undefined;
  if (known?.status === 404)
    return {
      status: 404,
      title: "There is nothing at this address",
      text: own ?? "The link may be old, or a letter may be missing.",
    };
  if (known?.status === 403)
    return {
      status: 403,
      title: "You don't have access to this",
      text: own ?? "Sign in with an account that does.",
    };
  if (known && known.status < 500)
    return {
      status: known.status,
      title: "This did not work",
      text: own ?? "Please go back and try again.",
    };
  return {
    status: known?.status ?? 500,
    title: "Something went wrong on our side",
    text: own ?? "Nothing that you confirmed is lost. Please try again in a minute.",
  };
}
