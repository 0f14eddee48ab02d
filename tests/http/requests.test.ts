import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { addresses } from "~/addresses/addresses";
import { isPublicPage } from "~/addresses/public-pages";
import { db } from "~/platform/db/client.server";
import { rawRequest } from "../support/shop/raw-request";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
let host: string;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  host = new URL(shop.url).host;
});
afterAll(() => shop.close());

const body = "intent=add&courseFormatId=iv-therapeutics.ebook";
const formOf = (url: string, length = body.length) => [
  `Origin: ${url}`,
  "Content-Type: application/x-www-form-urlencoded",
  `Content-Length: ${length}`,
];

test.each([
  { line: "OPTIONS * HTTP/1.1", status: 405 },
  { line: "OPTIONS /cart HTTP/1.1", status: 405 },
  { line: "TRACE /cart HTTP/1.1", status: 405 },
  { line: "PROPFIND / HTTP/1.1", status: 405 },
  { line: "PUT /cart HTTP/1.1", status: 405 },
  { line: "PATCH /cart HTTP/1.1", status: 405 },
  { line: "DELETE /cart HTTP/1.1", status: 405 },
  { line: "PUT /stripe/webhook HTTP/1.1", status: 405 },
  { line: "GET http://evil.example/ HTTP/1.1", status: 421 },
  { line: "POST http://evil.example/cart HTTP/1.1", status: 421 },
  { line: "GET //evil.example/ HTTP/1.1", status: 404 },
  { line: "GET /courses/%00 HTTP/1.1", status: 404 },
  { line: "GET /courses/%ED%A0%80 HTTP/1.1", status: 404 },
])("SECURITY 34: $line from our own page is answered $status, and no form runs", async ({ line, status }) => {
  const before = await db().cartLine.count();
  const answer = await rawRequest(shop.url, [line, `Host: ${host}`, ...formOf(shop.url)], body);
  expect(answer.status).toBe(status);
  if (status === 405) expect(answer.headers.get("Allow")).toBe("GET, HEAD, POST");
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
  expect(await db().cartLine.count()).toBe(before);
});

test("SECURITY 34: a page without a form names the methods that it has", async () => {
  const answer = await rawRequest(shop.url, ["POST /faq HTTP/1.1", `Host: ${host}`, ...formOf(shop.url)], body);
  expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
});

test("the shop answers a request in absolute form that is for it", async () => {
  const answer = await rawRequest(shop.url, [`GET ${shop.url}/faq?a=b HTTP/1.1`, "Host: evil.example"]);
  expect(answer.status).toBe(200);
});

test("SECURITY 24: an unknown host gets nothing but the health address", async () => {
  const [page, form, health] = await Promise.all([
    rawRequest(shop.url, ["GET / HTTP/1.1", "Host: evil.example"]),
    rawRequest(shop.url, ["POST /cart HTTP/1.1", "Host: evil.example", ...formOf(shop.url)], body),
    rawRequest(shop.url, ["GET /healthz HTTP/1.1", "Host: 10.0.0.5"]),
  ]);
  expect([page.status, form.status, health.status]).toEqual([421, 421, 200]);
  expect(page.body).not.toContain("evil.example");
  expect(page.body).toContain(shop.url);
});

test("SECURITY 35: a length hidden behind a thousand headers is seen", async () => {
  const hidden = [...Array.from({ length: 2100 }, () => "a:"), ...formOf(shop.url, 5_000_000)];
  const answer = await rawRequest(shop.url, ["POST /cart HTTP/1.1", `Host: ${host}`, ...hidden], "a=&");
  expect(answer.status).toBe(431);
});

test.each([
  { story: "20,000 equal names", form: "a=&".repeat(20_000), status: 413 },
  { story: "300 equal names", form: "a=&".repeat(299), status: 400 },
  { story: "more than 64 kB", form: `a=${"x".repeat(64_000)}`, status: 413 },
  { story: "deep names", form: `${"a.".repeat(60)}=x`, status: 400 },
  { story: "a NUL", form: "intent=add&courseFormatId=a%00b", status: 400 },
  { story: "half a surrogate pair", form: "intent=add&courseFormatId=%ED%A0%80", status: 400 },
  { story: "an endless amount", form: `${body}&quantity=99999999999999999999`, status: 400 },
])("SECURITY 35: a form with $story is refused with what to do", async ({ form, status }) => {
  const answer = await rawRequest(
    shop.url,
    ["POST /cart HTTP/1.1", `Host: ${host}`, ...formOf(shop.url, form.length)],
    form,
  );
  expect(answer.status).toBe(status);
  expect(answer.body).toMatch(/Go back|Enter|couldn’t|at most/);
});

test("SECURITY 21: a target that no header can hold is encoded", async () => {
  const account = await createStaffMember({ email: "snow@example.com", name: "Snow" });
  const browser = visitor(shop.url);
  const answer = await browser.post("/staff/sign-in?to=/%E2%98%83", account);
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/%E2%98%83"]);
});

const paths = [...Object.values(addresses), "nothing-here"].map((pattern) => `/${pattern.replace(/:\w+/g, "none")}`);

test("SECURITY 34: HEAD is answered wherever GET is, and neither is an error of ours", async () => {
  for (const path of paths) {
    const [get, head] = await Promise.all(
      ["GET", "HEAD"].map((method) => fetch(`${shop.url}${path}`, { method, redirect: "manual" })),
    );
    expect([path, head?.status]).toEqual([path, get?.status]);
    expect(get?.status, path).toBeLessThan(500);
    await get?.text();
  }
});

test("SECURITY 14.3.2, 55: nothing but public pages and assets may be kept: no data, errors, or redirects", async () => {
  const asked = [...paths, "/courses/iv-therapeutics", "/listings/CT", "/covers/iv-therapeutics", "/listings/CT/pdf"];
  for (const path of asked.flatMap((path) => [path, `${path}?_data=root`])) {
    const answer = await fetch(`${shop.url}${path}`, { redirect: "manual" });
    const isOpen = answer.status === 200 && isPublicPage(path) && !path.includes("?");
    const kept = answer.headers.get("Cache-Control");
    expect([path, kept?.includes("no-store")]).toEqual([path, !isOpen]);
    await answer.text();
  }
  const page = await (await fetch(`${shop.url}/faq`)).text();
  const asset = /\/assets\/[\w.-]+\.js/.exec(page)?.[0];
  expect((await fetch(`${shop.url}${asset}`)).headers.get("Cache-Control")).toContain("immutable");
  expect((await fetch(`${shop.url}/assets/none.js`)).headers.get("Cache-Control")).toContain("no-store");
  expect((await fetch(`${shop.url}/healthz`)).headers.get("Cache-Control")).toContain("no-store");
});
