import type { MetaArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { pageMeta, pageTitle, withShopName } from "./page-meta";

type Match = { id: string; data?: unknown; handle?: unknown };
const root: Match = { id: "root", data: { shop: { name: "Tungsten Row" } } };
const staff: Match = { id: "routes/staff", handle: { area: "Staff" } };

/** What `meta` gives for a page with these frames. */
function tagsOf(meta: ReturnType<typeof pageTitle>, matches: Match[], data: unknown = undefined) {
  return meta({ matches, data } as unknown as MetaArgs);
}

test.each([
  { story: "a page of the shop", matches: [root], expected: "Your cart – Tungsten Row" },
  { story: "a page of the staff", matches: [root, staff], expected: "Your cart · Staff" },
  { story: "a shop that can't be read", matches: [{ id: "root" }], expected: "Your cart" },
])("$story says where it is after its own title", ({ matches, expected }) => {
  expect(tagsOf(pageTitle("Your cart"), matches)).toEqual([{ title: expected }]);
});

test("a title of the page's own data, and a description", () => {
  const meta = pageTitle((data) => `Order ${(data as unknown as { number: number }).number}`, "What it is.");
  expect(tagsOf(meta as ReturnType<typeof pageTitle>, [root], { number: 7 })).toEqual([
    { title: "Order 7 – Tungsten Row" },
    { name: "description", content: "What it is." },
  ]);
});

test("the front page's title names the shop once", () => {
  const page = { shopName: "Tungsten Row", origin: "https://shop.example", path: "/" };
  expect(pageMeta({ title: "Tungsten Row: courses", ...page })[0]).toEqual({ title: "Tungsten Row: courses" });
  expect(pageMeta({ title: "Catalog", ...page })[0]).toEqual({ title: withShopName("Catalog", "Tungsten Row") });
});
