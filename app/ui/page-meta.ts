type Page = {
  title: string;
  description?: string;
  shopName: string;
  /** The shop's own address, `https://shop.example`, and the page's one path. */
  origin: string;
  path: string;
  /** A picture for link previews; the shop's own without. */
  image?: string;
  /** Filtered and private pages stay out of search engines. */
  noIndex?: boolean;
};

/** What a page tells search engines and link previews. */
export function pageMeta({ title, description, shopName, origin, path, image = "/preview.png", noIndex }: Page) {
  const fullTitle = title === shopName || title.startsWith(`${shopName}:`) ? title : `${title} – ${shopName}`;
  return [
    { title: fullTitle },
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
