import { isRouteErrorResponse } from "@remix-run/react";

export type ErrorText = { status: number; title: string; text: string };

/** What happened and what to do next, never technical details. A route's own message takes precedence. */
export function errorText(error: unknown): ErrorText {
  const known = isRouteErrorResponse(error) ? error : undefined;
  const own = typeof known?.data === "string" && known.data.trim() ? known.data.trim() : undefined;
  if (known?.status === 404)
    return {
      status: 404,
      title: "Page not found",
      text: own ?? "The link may be old or incomplete.",
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
      title: "That didn’t work",
      text: own ?? "Go back and try again.",
    };
  return {
    status: known?.status ?? 500,
    title: "Something went wrong on our side",
    text: own ?? "Anything you confirmed is saved. Please try again in a minute.",
  };
}
