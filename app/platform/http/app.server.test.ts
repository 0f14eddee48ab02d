import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { type Environment, env } from "../env.server";
import { contextOf, createApp } from "./app.server";

/** The response headers, and the visitor address the pages see. */
async function visit(change: Partial<Environment>, headers: Record<string, string> = {}) {
  const app = createApp({
    env: { ...env(), ...change },
    checkHealth: async () => {},
    auditRefusal: async () => {},
    pages: (request, response) => void response.send(contextOf(request, response).clientAddress),
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/cart`, { headers });
  const seen = { headers: answer.headers, address: await answer.text() };
  server.closeAllConnections();
  server.close();
  return seen;
}

test.each([
  { story: "no one, without a proxy", TRUSTED_PROXY: undefined, address: "127.0.0.1" },
  { story: "no one but the proxy", TRUSTED_PROXY: "192.0.2.1", address: "127.0.0.1" },
  { story: "the proxy", TRUSTED_PROXY: "127.0.0.1", address: "203.0.113.9" },
])("SECURITY 4.1.3: a forwarded address is trusted from $story", async ({ TRUSTED_PROXY, address }) => {
  const seen = await visit({ TRUSTED_PROXY, SHOP_URL: "https://shop.example" }, { "X-Forwarded-For": "203.0.113.9" });
  expect(seen.address).toBe(address);
});

test("SECURITY 3.4: HSTS is sent over https only", async () => {
  const name = "Strict-Transport-Security";
  expect((await visit({ SHOP_URL: "https://shop.example" })).headers.get(name)).toBe(
    "max-age=63072000; includeSubDomains",
  );
  expect((await visit({ SHOP_URL: "http://localhost:3000" })).headers.get(name)).toBeNull();
});
