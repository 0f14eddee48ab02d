import type { MetaArgs, MetaFunction } from "@remix-run/node";

/** What a frame's `handle` brings where its pages are of an area of their own: "Orders · Staff". */
export type Area = { area: string };

/** What every page's title ends with: whose shop it is. Nothing where the shop could not be read. */
export function withShopName(title: string, shopName: string | undefined): string {
  return shopName === undefined ? title : `${title} – ${shopName}`;
}

type Matches = MetaArgs["matches"];

/** Titles a page that search engines don't show. The route says only its own title. */
export function pageTitle<Loader>(
  own: string | ((data: MetaArgs<Loader>["data"]) => string),
  description?: string,
): MetaFunction<Loader> {
  return ({ data, matches }) => [
    { title: inItsPlace(typeof own === "string" ? own : own(data), matches) },
    ...(description ? [{ name: "description", content: description }] : []),
  ];
}

function inItsPlace(title: string, matches: Matches): string {
  const area = matches.map(({ handle }) => (handle as Partial<Area> | undefined)?.area).find(Boolean);
  if (area) return `${title} · ${area}`;
  const root = matches.find(({ id }) => id === "root")?.data as { shop?: { name: string } } | undefined;
  return withShopName(title, root?.shop?.name);
}

type Page = {
  title: string;
  description?: string;
  shopName: string;
  /** The shop's own address, `https://shop.example`, and the page's one path. */
  origin: string;
  path: string;
  /** A picture for link previews; the shop's own without. */
  image?: string;
  /** A filtered view of a page stays out of search engines; what is private does anyway (`isKeptFromSearch`). */
  noIndex?: boolean;
};

/** What a page tells search engines and link previews. */
export function pageMeta({ title, description, shopName, origin, path, image = "/preview.png", noIndex }: Page) {
  return [
    { title: title.startsWith(`${shopName}:`) ? title : withShopName(title, shopName) },
    ...(description ? [{ name: "description", content: description }] : []),
    ...(noIndex ? [{ name: "robots", content: "noindex, follow" }] : []),
    { tagName: "link" as const, rel: "canonical", href: origin + path },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: shopName },
    { property: "og:title", content: title },
    ...(description ? [{ property: "og:description", content: description }] : []),
    { property: "og:url", content: origin + path },
    { property: "og:image", content: origin + image },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
