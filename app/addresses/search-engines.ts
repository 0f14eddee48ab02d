import { type AddressName, addresses } from "./addresses";
import { addressNameOf } from "./name-of";

/** What search engines may show. Anything not named here belongs to one person, to staff or to machines, or
 *  is a copy of what is: a listing's PDF is older than its page. */
const searchable = new Set<AddressName>([
  "home",
  "catalog",
  "course",
  "cover",
  "listings",
  "listing",
  "structuredEducation",
  "cqr",
  "faq",
  "terms",
  "sitemap",
  "robots",
]);

/** Whether search engines must leave out what is at this path. Where there is nothing, the 404 says it. */
export function isNoindex(path: string): boolean {
  const name = addressNameOf(path);
  return name !== undefined && !searchable.has(name);
}

/** Where nothing is for search engines, as robots.txt has it: `/cart`, and `/orders/` where `/orders` is no address itself. */
export function noindexPaths(): string[] {
  const all = Object.entries(addresses) as [AddressName, string][];
  const placeOf = (pattern: string) => pattern.split("/")[0] ?? "";
  const open = new Set(all.filter(([name]) => searchable.has(name)).map(([, pattern]) => placeOf(pattern)));
  const closed = new Set(all.map(([, pattern]) => placeOf(pattern)).filter((place) => !open.has(place)));
  return [...closed].map((place) => (all.some(([, pattern]) => pattern === place) ? `/${place}` : `/${place}/`));
}
