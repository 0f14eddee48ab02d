import { expect, test } from "vitest";
import { isOtherLoopbackName, isOwnOrigin } from "./origin";

const own = "https://shop.example";

test.each([
  { method: "GET", path: "/cart", origin: undefined, allowed: true },
  { method: "POST", path: "/cart", origin: own, allowed: true },
  { method: "POST", path: "/cart", origin: undefined, allowed: false },
  { method: "POST", path: "/cart", origin: "null", allowed: false },
  { method: "POST", path: "/cart", origin: "https://evil.example", allowed: false },
  { method: "POST", path: "/cart", origin: "http://shop.example", allowed: false },
  { method: "DELETE", path: "/cart", origin: "https://shop.example.evil.example", allowed: false },
  { method: "POST", path: "/stripe/webhook", origin: undefined, allowed: true },
  { method: "POST", path: "/stripe/webhook/", origin: undefined, allowed: false },
])("SECURITY 22, origin check: $method $path from $origin", ({ allowed, ...request }) => {
  expect(isOwnOrigin(request, own, new Set(["/stripe/webhook"]))).toBe(allowed);
});

test.each([
  { host: "127.0.0.1:3000", shop: "http://localhost:3000", other: true },
  { host: "[::1]:3000", shop: "http://localhost:3000", other: true },
  { host: "localhost:3000", shop: "http://127.0.0.1:3000", other: true },
  { host: "localhost:3000", shop: "http://localhost:3000", other: false },
  { host: "127.0.0.1:3001", shop: "http://localhost:3000", other: false },
  { host: "evil.example:3000", shop: "http://localhost:3000", other: false },
  { host: "127.0.0.1", shop: "https://shop.example", other: false },
  { host: "not a host", shop: "http://localhost:3000", other: false },
  { host: undefined, shop: "http://localhost:3000", other: false },
])("another loopback name: $host for $shop", ({ host, shop, other }) => {
  expect(isOtherLoopbackName(host, shop)).toBe(other);
});
