import { type AddressName, addresses } from "./addresses";
import { addressNameOf } from "./name-of";
import { publicPages } from "./public-pages";

/** Whether search engines must leave out this path. An unknown path needs no directive: it is a 404. */
export function isNoindex(path: string): boolean {
  const name = addressNameOf(path);
  return name !== undefined && !publicPages.has(name);
}

/** What robots.txt disallows: `/cart`, and `/orders/` if `/orders` isn't an address itself. */
export function noindexPaths(): string[] {
  const all = Object.entries(addresses) as [AddressName, string][];
  const placeOf = (pattern: string) => pattern.split("/")[0] ?? "";
  const open = new Set(all.filter(([name]) => publicPages.has(name)).map(([, pattern]) => placeOf(pattern)));
  const closed = new Set(all.map(([, pattern]) => placeOf(pattern)).filter((place) => !open.has(place)));
  return [...closed].map((place) => (all.some(([, pattern]) => pattern === place) ? `/${place}` : `/${place}/`));
}
