import { expect, test } from "vitest";
import { type AddressName, addresses } from "./addresses";
import { isNoindex, noindexPaths } from "./search-engines";

const everyName = Object.keys(addresses) as AddressName[];
const shown: AddressName[] = [
  ...([
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
  ] as const),
  ...(["sitemap", "robots"] as const),
];

test.each(everyName)("search engines see %s only if it is for everybody", (name) => {
  const path = `/${addresses[name].replace(/:\w+/g, "some-value")}`;
  expect(isNoindex(path)).toBe(!shown.includes(name));
});

test.each([
  "/STAFF/orders",
  "//cart",
  "/cart/",
  "/cart.data",
  "/%73taff",
  "/orders/1/signature",
  "/verify/7Q2M",
  "/listings/CT/pdf",
])("it is the same address in any spelling that the shop answers: %s", (path) => {
  expect(isNoindex(path)).toBe(true);
});

test("where there is nothing, nothing is said", () => {
  for (const path of ["/nothing", "/staff/nothing/at/all", "/%"]) expect(isNoindex(path)).toBe(false);
});

test("robots.txt closes every place that is wholly private", () => {
  expect(new Set(noindexPaths())).toEqual(
    new Set(["/staff", "/account", "/cart", "/checkout", "/orders/", "/learning/", "/verify", "/stripe/", "/dev/"]),
  );
});
