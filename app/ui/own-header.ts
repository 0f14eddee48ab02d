import { useMatches } from "@remix-run/react";
import type { ReactNode } from "react";

/** A route's `handle` that replaces the shop's header; `data` is from its loader. */
export type OwnHeader = { header: (data: unknown) => ReactNode };

/** The page's own header; undefined if no route has one or its data is missing. */
export function useOwnHeader(): ReactNode {
  const matches = useMatches();
  for (const { handle, data } of matches) if (data && isOwnHeader(handle)) return handle.header(data);
  return undefined;
}

function isOwnHeader(handle: unknown): handle is OwnHeader {
  return typeof handle === "object" && handle !== null && "header" in handle;
}
