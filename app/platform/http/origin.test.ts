import { expect, test } from "vitest";
import { isOwnOrigin } from "./origin";

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
])("SECURITY origin check: $method $path from $origin", ({ allowed, ...request }) => {
  expect(isOwnOrigin(request, own, new Set(["/stripe/webhook"]))).toBe(allowed);
});
