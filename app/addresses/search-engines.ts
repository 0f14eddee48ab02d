import { type AddressName, addresses } from "./addresses";
import { addressNameOf } from "./name-of";
import { publicPages } from "./public-pages";

/** Whether search engines must leave out what is at this path. Where there is nothing, the 404 says it. */
export function isKeptFromSearch(path: string): boolean {
  const name = addressNameOf(path);
  return name !== undefined && !publicPages.has(name);
}

/** Where nothing is for search engines, as robots.txt has it: `/cart`, and `/orders/` where `/orders` is no address itself. */
export function placesKeptFromSearch(): string[] {
  const all = Object.entries(addresses) as [AddressName, string][];
  const placeOf = (pattern: string) => pattern.split("/")[0] ?? "";
  const open = new Set(all.filter(([name]) => publicPages.has(name)).map(([, pattern]) => placeOf(pattern)));
  const closed = new Set(all.map(([, pattern]) => placeOf(pattern)).filter((place) => !open.has(place)));
  return [...closed].map((place) => (all.some(([, pattern]) => pattern === place) ? `/${place}` : `/${place}/`));
}
