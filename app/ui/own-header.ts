import { useMatches } from "@remix-run/react";
import type { ReactNode } from "react";

/** What a route exports as its `handle` to bring its own header in place of the shop's; `data` is what its loader gave. */
export type OwnHeader = { header: (data: unknown) => ReactNode };

/** The header that the page's routes bring; undefined where none does, or where its data is missing. */
export function useOwnHeader(): ReactNode {
  const matches = useMatches();
  for (const { handle, data } of matches) if (data && isOwnHeader(handle)) return handle.header(data);
  return undefined;
}

function isOwnHeader(handle: unknown): handle is OwnHeader {
  return typeof handle === "object" && handle !== null && "header" in handle;
}
