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

test.each(everyName)("search engines see %s only if it is public", (name) => {
  const path = `/${addresses[name].replace(/:\w+/g, "some-value")}`;
  expect(isNoindex(path)).toBe(!shown.includes(name));
});

test.each(["/STAFF/orders", "//cart", "/cart/", "/%73taff", "/orders/1/signature", "/verify/7Q2M", "/listings/CT/pdf"])(
  "any spelling the shop responds to is the same address: %s",
  (path) => {
    expect(isNoindex(path)).toBe(true);
  },
);

test("an unknown address has no search directive", () => {
  for (const path of ["/nothing", "/staff/nothing/at/all", "/%"]) expect(isNoindex(path)).toBe(false);
});

test("robots.txt disallows every section that is entirely private", () => {
  expect(new Set(noindexPaths())).toEqual(
    new Set(["/staff", "/account", "/cart", "/checkout", "/orders/", "/learning/", "/verify", "/stripe/", "/dev/"]),
  );
});
