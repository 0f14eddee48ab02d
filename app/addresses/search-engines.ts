import type { AddressName } from "./addresses";
import { addressNameOf } from "./name-of";

/** What search engines may show. Whatever is not named here belongs to one person, to staff or to machines. */
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
export function isKeptFromSearch(path: string): boolean {
  const name = addressNameOf(path);
  return name !== undefined && !searchable.has(name);
}
