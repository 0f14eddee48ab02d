import { href } from "~/addresses/href";
import { noindexPaths } from "~/addresses/search-engines";

export function robotsText(origin: string): string {
  return [
    "User-agent: *",
    ...noindexPaths().map((path) => `Disallow: ${path}`),
    // Keep filtered views of the catalog out of search engines.
    `Disallow: ${href("catalog")}?`,
    "",
    `Sitemap: ${origin}${href("sitemap")}`,
    "",
  ].join("\n");
}

/** The sitemap of the given paths. Throws on an invalid URL. */
export function sitemapXml(origin: string, paths: string[]): string {
  const entries = paths.map((path) => `  <url><loc>${escapeXml(new URL(path, origin).href)}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
