import { afterAll, beforeAll, expect, test } from "vitest";
import { everyRoute } from "../support/every-route";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

/** Where client-side navigation asks for one route's data, and sends its form. */
const dataOf = (path: string, route: string) =>
  `${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(route)}`;

test.each([
  { path: "/", route: "routes/home" },
  { path: "/catalog?q=mri", route: "routes/catalog" },
  { path: "/courses/iv-therapeutics", route: "routes/course" },
  { path: "/courses/iv-therapeutics", route: "root" },
  { path: "/cart", route: "routes/cart" },
  { path: "/account/sign-in", route: "routes/account/sign-in" },
  { path: "/staff/sign-in", route: "routes/staff/sign-in" },
  { path: "/verify", route: "routes/verify" },
  { path: "/listings/CT", route: "routes/listing" },
])("SECURITY 14.3.2: the data of $path ($route) is JSON that nobody keeps or indexes", async ({ path, route }) => {
  const answer = await visitor(shop.url).get(dataOf(path, route));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/json\b/);
  expect(answer.headers.get("Cache-Control")).toBe("no-store, private");
  expect(answer.headers.get("X-Robots-Tag")).toBe("noindex");
  for (const name of ["Content-Security-Policy", "X-Content-Type-Options", "X-Request-Id"])
    expect(answer.headers.has(name), name).toBe(true);
  expect(typeof (await answer.json())).toBe("object");
});

test("SECURITY 55: data of a route that isn’t at this address, or of none, is refused as the sender’s mistake", async () => {
  const browser = visitor(shop.url);
  const ids = [
    ...everyRoute.map(({ id }) => id),
    "routes/none",
    "constructor",
    "__proto__",
    "a".repeat(5_000),
    "\u0000",
  ];
  for (const id of ids.filter((route) => route !== "routes/faq"))
    for (const answer of [await browser.get(dataOf("/faq", id)), await browser.post(dataOf("/faq", id), { a: "b" })]) {
      expect([403, 404], id).toContain(answer.status);
      expect(answer.headers.get("Cache-Control"), id).toMatch(/^no-store/);
      expect(await answer.text(), id).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
    }
  for (const path of ["/nothing?_data=routes%2Fcart", "/cart.data", "/faq.data?_routes=routes%2Ffaq"])
    expect((await browser.get(path)).status, path).toBeGreaterThanOrEqual(400);
  expect((await browser.post("/faq?_data=routes%2Ffaq", {})).status).toBe(405);
  expect((await browser.get("/cart?_data=&_data=routes%2Fcart")).status).toBe(200);
});

test("a redirect is told to client-side navigation in a header, and its cookie is set", async () => {
  const browser = visitor(shop.url);
  const added = await browser.post(dataOf("/cart", "routes/cart"), {
    ...{ intent: "add", courseFormatId: "iv-therapeutics.ebook", quantity: "1" },
  });
  expect([added.status, added.headers.get("X-Remix-Redirect"), await added.text()]).toEqual([204, "/cart", ""]);
  expect(await (await browser.get("/cart")).text()).toContain("IV Therapeutics");
  const guarded = await browser.get(dataOf("/account/orders", "routes/account/orders"));
  expect([guarded.status, guarded.headers.get("X-Remix-Redirect")]).toEqual([
    204,
    "/account/sign-in?to=%2Faccount%2Forders",
  ]);
});

test("a refused form is answered with its status, as JSON, and a missing page with its 404", async () => {
  const browser = visitor(shop.url);
  const refused = await browser.post(dataOf("/account/sign-in", "routes/account/sign-in"), { email: "nobody" });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    reply: { error: { email: ["Enter an address like name@example.com."] } },
  });
  const missing = await browser.get(dataOf("/courses/none", "routes/course"));
  expect([missing.status, missing.headers.get("X-Remix-Catch")]).toEqual([404, "yes"]);
});

test("a document comes in one piece: its data is ahead of its scripts, not streamed after them", async () => {
  const html = await (await visitor(shop.url).get("/courses/iv-therapeutics")).text();
  expect(html).toMatch(/^<!DOCTYPE html><html/);
  const data = html.indexOf('"loaderData":{"root"');
  expect(data).toBeGreaterThan(0);
  expect(data).toBeLessThan(html.indexOf('import("/assets/entry.client'));
  expect(html).not.toContain("streamController");
  expect(html.trimEnd()).toMatch(/<\/html>$/);
});
