import { href } from "~/addresses/href";
import { readCatalog } from "~/catalog/read/catalog.server";
import { disciplines } from "~/catalog/read/disciplines";
import { listingPath, purposes } from "~/listings/purpose";
import { env } from "~/platform/env.server";
import { robotsText, sitemapXml } from "./site-map";

const pages = [
  href("home"),
  href("catalog"),
  href("listings"),
  href("structuredEducation"),
  href("cqr"),
  href("faq"),
  href("terms"),
  href("privacy"),
];

/** Every page that search engines may show, once each at its canonical URL. */
export async function readSitemap(): Promise<string> {
  const { courses } = await readCatalog();
  const listings = disciplines.flatMap(({ code, specifications }) =>
    // Without content categories, both purposes share one listing.
    purposes.slice(0, specifications.length > 0 ? undefined : 1).map((purpose) => listingPath(code, purpose)),
  );
  return sitemapXml(env().SHOP_URL, [...pages, ...courses.map(({ slug }) => href("course", { slug })), ...listings]);
}

export function readRobots(): string {
  return robotsText(env().SHOP_URL);
}
