import { expect, test } from "vitest";
import { type AddressName, addresses } from "~/addresses/addresses";
import { type Asked, maximumBody, refusedRequest, refusedTarget } from "./refusal";

const origin = "https://shop.example";
const shop = { origin, port: 3000 };
const asked = (method: string, url: string, headers: Asked["headers"] = {}): Asked => ({
  method,
  url,
  headers: { host: "shop.example", ...headers },
  headerCount: 10,
  hostCount: 1,
});
const form = { origin, "content-type": "application/x-www-form-urlencoded" };
const status = (request: Asked) => (refusedTarget(request) ?? refusedRequest(request, shop))?.status;

test.each([
  { method: "GET", url: "/catalog?q=ct", refused: undefined },
  { method: "HEAD", url: "/catalog", refused: undefined },
  { method: "OPTIONS", url: "*", refused: 405 },
  { method: "OPTIONS", url: "/cart", refused: 405 },
  { method: "TRACE", url: "/cart", refused: 405 },
  { method: "PROPFIND", url: "/", refused: 405 },
  { method: "GET", url: "cart", refused: 400 },
  { method: "GET", url: `/catalog?q=${"a".repeat(12_000)}`, refused: 414 },
  { method: "GET", url: `/catalog?${"a=&".repeat(200)}`, refused: undefined },
  { method: "GET", url: `/catalog?${"a=&".repeat(201)}`, refused: 414 },
  { method: "GET", url: `/catalog?${Array.from({ length: 501 }, (_, n) => `${n}=`).join("&")}`, refused: 414 },
  { method: "GET", url: "/courses/a%00b", refused: 404 },
  { method: "GET", url: "/courses/%ED%A0%80", refused: 404 },
  { method: "GET", url: "/courses/%", refused: 404 },
  { method: "GET", url: "/catalog?q=a%00b", refused: 404 },
  { method: "GET", url: "/catalog?q=50%", refused: undefined },
])("SECURITY 35: $method $url is answered $refused", ({ method, url, refused }) => {
  expect(status(asked(method, url))).toBe(refused);
});

test("SECURITY 35: a hundred headers are enough", () => {
  expect(status({ ...asked("GET", "/"), headerCount: 100 })).toBeUndefined();
  expect(status({ ...asked("GET", "/"), headerCount: 101 })).toBe(431);
});

test("SECURITY 24: a request that names two hosts is refused, since a proxy may read the other one", () => {
  expect(status({ ...asked("GET", "/"), hostCount: 2 })).toBe(400);
});

test.each([
  { story: "a form of ours", method: "POST", headers: form, refused: undefined },
  {
    story: "one from another site",
    method: "POST",
    headers: { ...form, origin: "https://evil.example" },
    refused: 403,
  },
  { story: "one without its origin", method: "POST", headers: { ...form, origin: undefined }, refused: 403 },
  { story: "another encoding", method: "POST", headers: { origin, "content-type": "application/json" }, refused: 415 },
  { story: "no encoding", method: "POST", headers: { origin }, refused: 415 },
  { story: "too long a body", method: "POST", headers: { ...form, "content-length": "64001" }, refused: 413 },
  { story: "a long one", method: "POST", headers: { ...form, "content-length": "64000" }, refused: undefined },
  { story: "no length", method: "POST", headers: { ...form, "transfer-encoding": "chunked" }, refused: 411 },
  { story: "a body too long", method: "GET", headers: { "content-length": "64001" }, refused: 413 },
  { story: "a body without length", method: "GET", headers: { "transfer-encoding": "chunked" }, refused: 411 },
  ...["PUT", "PATCH", "DELETE"].flatMap((method) => [
    { story: "another site", method, headers: { ...form, origin: "https://evil.example" }, refused: 403 },
    { story: "nowhere", method, headers: {}, refused: 403 },
    { story: "our page", method, headers: form, refused: 405 },
    { story: "our page, but too long", method, headers: { ...form, "content-length": "64001" }, refused: 413 },
  ]),
])("SECURITY 34: $method with $story is answered $refused", ({ method, headers, refused }) => {
  expect(status(asked(method, "/cart", headers))).toBe(refused);
});

test.each([
  { host: "shop.example", refused: undefined },
  { host: "SHOP.example:443", refused: undefined },
  { host: "127.0.0.1:3000", refused: undefined },
  { host: "evil.example", refused: 421 },
  { host: "shop.example.evil.example", refused: 421 },
  { host: "shop.example:8443", refused: 421 },
  { host: "127.0.0.1:3001", refused: 421 },
  { host: "10.0.0.5:3000", refused: 421 },
  { host: "shop.example/x", refused: 421 },
  { host: "shop.example@evil.example", refused: 421 },
  { host: undefined, refused: 421 },
])("SECURITY 24: for the host $host a request is answered $refused", ({ host, refused }) => {
  expect(status(asked("GET", "/", { host }))).toBe(refused);
});

test("SECURITY 35: only staff forms and Stripe's events may be long, and the sign-in is a visitor's form", () => {
  const long = (Object.keys(addresses) as AddressName[]).filter(
    (name) => maximumBody(`/${addresses[name].replace(/:\w+/g, "some")}`) > 64_000,
  );
  const expected = (Object.keys(addresses) as AddressName[]).filter(
    (name) => name === "stripeWebhook" || (name.startsWith("staff") && !/^staffSign(In|Out)$/.test(name)),
  );
  expect(long).toEqual(expected);
});
