import { type AddressName, addresses } from "./addresses";
import { addressNameOf } from "./name-of";

/** What search engines may show. Anything not listed here belongs to one person, to staff, or to machines, or
 *  is a copy of a listed page: a listing's PDF is older than its page. */
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

/** Whether search engines must leave out this path. An unknown path needs no directive: it is a 404. */
export function isNoindex(path: string): boolean {
  const name = addressNameOf(path);
  return name !== undefined && !searchable.has(name);
}

/** What robots.txt disallows: `/cart`, and `/orders/` if `/orders` isn't an address itself. */
export function noindexPaths(): string[] {
  const all = Object.entries(addresses) as [AddressName, string][];
  const placeOf = (pattern: string) => pattern.split("/")[0] ?? "";
  const open = new Set(all.filter(([name]) => searchable.has(name)).map(([, pattern]) => placeOf(pattern)));
  const closed = new Set(all.map(([, pattern]) => placeOf(pattern)).filter((place) => !open.has(place)));
  return [...closed].map((place) => (all.some(([, pattern]) => pattern === place) ? `/${place}` : `/${place}/`));
}
