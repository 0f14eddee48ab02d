import type { MetaArgs, MetaFunction } from "@remix-run/node";

/** A layout's `handle` that names the area of its pages: "Orders · Staff". */
export type Area = { area: string };

/** Appends the shop's name to a title; nothing if the shop couldn't be read. */
export function withShopName(title: string, shopName: string | undefined): string {
  return shopName === undefined ? title : `${title} – ${shopName}`;
}

type Matches = MetaArgs["matches"];

/** Title of a page that search engines don't index. The route gives only its own title. */
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
  /** The shop's origin, `https://shop.example`, and the page's canonical path. */
  origin: string;
  path: string;
  /** Picture for link previews; the shop's own by default. */
  image?: string;
  /** Keeps a filtered view out of search engines; private pages always are (`isNoindex`). */
  noIndex?: boolean;
};

/** A page's tags for search engines and link previews. */
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
