import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { readRobots, readSitemap } from "./site-map.server";

async function addresses() {
  return [...(await readSitemap()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? "");
}

test("the sitemap lists each public page once, at the shop's own URL", async () => {
  const found = await addresses();
  expect(new Set(found).size).toBe(found.length);
  expect(found.every((address) => address.startsWith("http://localhost:3000/"))).toBe(true);
  for (const path of [
    "/",
    "/catalog",
    "/structured-education",
    "/cqr",
    "/faq",
    "/terms",
    "/privacy",
    "/listings",
    "/listings/CT?for=cqr",
  ])
    expect(found).toContain(`http://localhost:3000${path}`);
  expect(found.filter((address) => address.includes("/listings/RRA"))).toHaveLength(1);
});

test("the sitemap has every published course, and no private page", async () => {
  const found = await addresses();
  const published = await db().course.count({ where: { status: "published" } });
  expect(found.filter((address) => address.includes("/courses/"))).toHaveLength(published);
  const forbidden = [...readRobots().matchAll(/^Disallow: (.*)$/gm)].map(([, path]) => path ?? "");
  expect(forbidden).toEqual(
    expect.arrayContaining(["/staff", "/cart", "/checkout", "/orders/", "/learning/", "/verify"]),
  );
  for (const address of found)
    for (const path of forbidden) expect(address.slice("http://localhost:3000".length).startsWith(path)).toBe(false);
});

test("robots.txt says where the sitemap is", () => {
  expect(readRobots()).toContain("Sitemap: http://localhost:3000/sitemap.xml");
});
