import type { AddressName } from "./addresses";
import { addressNameOf } from "./name-of";

/** What everybody may see. Search engines may show it, and a browser may keep its copy. Anything not named here belongs to
 *  one person, to staff or to machines, or is a copy of what is: a listing's PDF is older than its page. */
export const publicPages: ReadonlySet<AddressName> = new Set<AddressName>([
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
  "privacy",
  "sitemap",
  "robots",
]);

export function isPublicPage(path: string): boolean {
  const name = addressNameOf(path);
  return name !== undefined && publicPages.has(name);
}
