import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { type Environment, env } from "../env.server";
import { contextOf, createApp } from "./app.server";

/** The response headers, and the visitor address the pages see. */
async function visit(
  change: Partial<Environment>,
  headers: Record<string, string> = {},
  pages: Parameters<typeof createApp>[0]["pages"] = (request, response) =>
    void response.send(contextOf(request, response).clientAddress),
) {
  const app = createApp({
    env: { ...env(), ...change },
    checkHealth: async () => {},
    auditRefusal: async () => {},
    pages,
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

test("SECURITY 3.4: one header says who may frame a page, and none of its features may be used", async () => {
  for (const SHOP_MODE of ["demo", "live"] as const) {
    const { headers } = await visit({ SHOP_MODE });
    expect(headers.get("X-Frame-Options")).toBeNull();
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("Permissions-Policy")).toContain("camera=(), ");
  }
});

test("SECURITY 39: when the queue is full, the answer is to try again, and other pages and clients go on", async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const app = createApp({
    env: { ...env(), TRUSTED_PROXY: "127.0.0.1" },
    auditRefusal: async () => {},
    checkHealth: async () => {},
    pages: async (request, response) => {
      if (request.path.endsWith("pdf")) await opened;
      response.send("drawn");
    },
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, client: string) => fetch(url + path, { headers: { "X-Forwarded-For": client } });
  const greedy = Array.from({ length: 20 }, () => get("/listings/CT/pdf", "192.0.2.1"));
  // Those that are refused are answered before any is drawn.
  const refused = await Promise.race(greedy);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
  expect(await refused.text()).toContain("Try again in a few seconds.");
  expect((await get("/cart", "192.0.2.1")).status).toBe(200);
  const other = get("/listings/CT/pdf", "192.0.2.2");
  open();
  expect((await other).status).toBe(200);
  const statuses = (await Promise.all(greedy)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(8);
  server.closeAllConnections();
  server.close();
});

test("SECURITY 3.4: HSTS is sent over https only", async () => {
  const name = "Strict-Transport-Security";
  expect((await visit({ SHOP_URL: "https://shop.example" })).headers.get(name)).toBe(
    "max-age=63072000; includeSubDomains",
  );
  expect((await visit({ SHOP_URL: "http://localhost:3000" })).headers.get(name)).toBeNull();
});

test.each([429, 503])("SECURITY 39: a page that answers %s says when to try again", async (status) => {
  const pages: Parameters<typeof createApp>[0]["pages"] = (_request, response) => void response.sendStatus(status);
  const seen = await visit({}, {}, pages);
  expect(Number(seen.headers.get("Retry-After"))).toBeGreaterThan(0);
});
