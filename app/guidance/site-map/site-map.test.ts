import { expect, test } from "vitest";
import { sitemapXml } from "./site-map";

test("URLs are absolute and escaped", () => {
  expect(sitemapXml("https://shop.example", ["/a?b=1&c=<2>"])).toContain(
    "<loc>https://shop.example/a?b=1&amp;c=%3C2%3E</loc>",
  );
});
