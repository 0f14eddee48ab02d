import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

/** What no visitor may ever see. */
const internals = /\bat [\w.<>]+ \(|node_modules|PrismaClient|\.server\.ts|SQLITE|postgres/i;

test.each([
  "/nothing-here",
  "/courses/no-such-course",
  "/courses/..%2f..%2fetc%2fpasswd",
  "/covers/no-such-course",
  "/listings/XX",
  "/listings/XX/pdf",
  "/orders/abc/def",
  "/account/orders/%00",
  "/courses/a%00b",
  "/learning/abc/def",
  "/learning/abc/def/test",
  "/learning/abc/def/certificate.pdf",
  "/verify/nothing",
  "/checkout/done",
  "/checkout/done?session_id=cs_test_a_session_that_nobody_made",
  "/checkout/done?session_id=%00",
  "/stripe/webhook",
  "/__manifest?p=/staff",
  "/assets/nothing.js",
  "/.env",
])("an unknown address is a 404 with links onward: %s", async (path) => {
  const response = await fetch(`${shop.url}${path}`);
  expect(response.status).toBe(404);
  const page = await response.text();
  expect(page).not.toMatch(internals);
  expect(page.length).toBeGreaterThan(10);
});

test.each([
  ["/catalog?discipline=XX&page=-3&sort=evil&credits=abc&q=%27%22%3Cscript%3E", 200],
  ["/catalog?page=999999", 200],
  ["/listings/CT?for=nonsense", 200],
])("a shared link always works: %s", async (path, status) => {
  const response = await fetch(`${shop.url}${path}`);
  expect(response.status).toBe(status);
  expect(await response.text()).not.toContain('<script>"');
});

test("a malformed form is a 400 that says what to do, and changes nothing", async () => {
  const guest = visitor(shop.url);
  for (const form of [
    { intent: "add", courseFormatId: "no-such-format", quantity: "1" },
    { intent: "add", courseFormatId: "iv-therapeutics.ebook", quantity: "-1" },
    { intent: "add", courseFormatId: "iv-therapeutics.ebook", quantity: "1.5" },
    { intent: "add", courseFormatId: "iv-therapeutics.ebook", quantity: "1e99" },
    { intent: "remove", courseFormatId: "odd\u0000one" },
    { intent: "explode", courseFormatId: "iv-therapeutics.ebook" },
    { "__proto__.x": "1" },
  ]) {
    const answer = await guest.post("/cart", form as unknown as Record<string, string>);
    expect([answer.status, JSON.stringify(form)]).toEqual([400, JSON.stringify(form)]);
    expect(await answer.text()).not.toMatch(internals);
  }
  expect(await db().cartLine.count()).toBe(0);
});

test("an invalid checkout form comes back with what was typed and the reason next to the field", async () => {
  const guest = visitor(shop.url);
  await guest.add("iv-therapeutics.ebook");
  const answer = await guest.post("/checkout", {
    email: "not an address",
    certificateName: "Ada Lim",
    purpose: "self",
    terms: "agreed",
    agreedCents: "9950",
  });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain("Enter an address like name@example.com.");
  expect(page).toContain('value="not an address"');
  expect(page).toContain('value="Ada Lim"');
  expect(await db().order.count()).toBe(0);
});

test("a tampered cart cookie means an empty cart; a tampered staff cookie isn't signed in", async () => {
  const guest = visitor(shop.url);
  await guest.add("iv-therapeutics.ebook");
  const cookie = guest.cookies.get("cart") ?? "";
  guest.cookies.set("cart", `${cookie.slice(0, -3)}abc`);
  expect(await (await guest.get("/cart")).text()).toContain("Your cart is empty");
  for (const name of ["staff", "cart"]) guest.cookies.set(name, "%00%ff;;;");
  expect((await guest.get("/staff/orders")).status).toBeGreaterThanOrEqual(302);
  expect((await guest.get("/")).status).toBe(200);
});

test("SECURITY 22: a form from another site or from no site, and a guessed method, are refused", async () => {
  const guest = visitor(shop.url);
  const form = { intent: "add", courseFormatId: "iv-therapeutics.ebook" };
  for (const Origin of ["https://evil.example", "null"])
    expect((await guest.post("/cart", form, { Origin })).status).toBe(403);
  const withoutOrigin = await fetch(`${shop.url}/cart`, { method: "POST", body: new URLSearchParams(form) });
  expect(withoutOrigin.status).toBe(403);
  expect((await fetch(`${shop.url}/cart`, { method: "DELETE" })).status).toBe(403);
});

test("SECURITY 23: a 10 MB body and one of unknown length are refused before they are read", async () => {
  const guest = visitor(shop.url);
  expect((await guest.post("/cart", { x: "a".repeat(10_000_000) })).status).toBe(413);
  const headers = { Origin: shop.url, "Content-Type": "application/x-www-form-urlencoded" };
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${shop.url}/cart`, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject);
    sent.write("intent=add");
    sent.end();
  });
  expect(status).toBe(411);
});

test("SECURITY 23: malformed multipart is the sender's mistake, not ours", async () => {
  const answer = await fetch(`${shop.url}/cart`, {
    method: "POST",
    headers: { Origin: shop.url, "Content-Type": "multipart/form-data; boundary=x" },
    body: "--x\r\nbroken",
  });
  expect(answer.status).toBe(415);
  expect(await answer.text()).not.toMatch(internals);
});

test("SECURITY 3.4: every page has the security headers and its own nonce", async () => {
  const [first, second] = await Promise.all([fetch(`${shop.url}/`), fetch(`${shop.url}/cart`)]);
  const policy = first.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("script-src 'self' 'nonce-");
  expect(policy).not.toContain("unsafe-inline");
  for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(directive);
  expect(second.headers.get("Content-Security-Policy")).not.toBe(policy);
  expect(first.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(first.headers.get("Referrer-Policy")).toBe("same-origin");
  expect(first.headers.get("X-Powered-By")).toBeNull();
  expect(first.headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
  const scripts = [...(await first.text()).matchAll(/<script(?![^>]*\bnonce=)[^>]*>/g)];
  expect(scripts.map(([tag]) => tag)).toEqual([]);
});

test("SECURITY 24: someone else's Host header changes no link", async () => {
  const page = await new Promise<string>((resolve, reject) => {
    request(`${shop.url}/`, { headers: { Host: "evil.example" } }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve(text));
    })
      .on("error", reject)
      .end();
  });
  expect(page).not.toContain("evil.example");
});

test("a visitor using another name for this machine is redirected to the shop's own, where forms work", async () => {
  const answer = await fetch(`${shop.url.replace("127.0.0.1", "localhost")}/courses/iv-therapeutics?from=mail`, {
    redirect: "manual",
  });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("Location")).toBe(`${shop.url}/courses/iv-therapeutics?from=mail`);
});

test("the health check responds without revealing secrets", async () => {
  const answer = await fetch(`${shop.url}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
});
