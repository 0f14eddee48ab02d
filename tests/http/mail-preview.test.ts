import { afterAll, beforeAll, expect, test } from "vitest";
import { letterNames } from "~/mail/letters/kinds";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { queueMail } from "~/platform/outbox.server";
import { createSampleOrder } from "../support/orders/sample-order";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { visitor } from "../support/visitor";

const options = { databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" };
const setMode = (mode: string) => db().shop.update({ where: { id: 1 }, data: { mode } });

let demo: RunningShop;
beforeAll(async () => {
  await setMode("demo");
  demo = await startShop({ ...options, env: { SHOP_MODE: "demo" } });
});
afterAll(() => demo.close());

const policyOf = (answer: Response) => answer.headers.get("Content-Security-Policy") ?? "";

test("a demo shows a sample of every letter, as HTML in a frame and as text", async () => {
  const guest = visitor(demo.url);
  const list = await (await guest.get("/dev/mail")).text();
  for (const kind of Object.keys(letterNames)) {
    expect(list).toContain(`/dev/mail/samples/${kind}"`);
    const page = await guest.get(`/dev/mail/samples/${kind}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain(`src="/dev/mail/samples/${kind}/html"`);
    expect(html).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(html).toContain("Plain text");
  }
  expect(await (await guest.get("/")).text()).toContain('href="/dev/mail"');
});

test("a letter in the frame can't load, run, or send anything; no other page can be framed", async () => {
  const guest = visitor(demo.url);
  const letter = await guest.get("/dev/mail/samples/receipt/html");
  expect(letter.status).toBe(200);
  expect(letter.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  expect(await letter.text()).toMatch(/^<!DOCTYPE html.*<title>Your order 1042<\/title>/s);
  const policy = policyOf(letter);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).toContain("sandbox allow-popups");
  expect(policy).not.toMatch(/script-src|img-src|connect-src/);
  for (const path of ["/", "/dev/mail", "/dev/mail/samples/receipt", "/dev/mail/samples/receipt/html/more"])
    expect(policyOf(await guest.get(path))).toContain("frame-ancestors 'none'");
});

test("letters the demo sent can be read, including their links", async () => {
  const orderId = await createSampleOrder({ email: "reader@example.com", state: "paid", number: 4711 });
  const id = "demonstration-receipt";
  await queueMail(db(), { id, kind: "receipt", payload: { orderId }, orderId, at: await databaseNow(db()) });
  await until(async () => {
    expect((await db().outboxMessage.findUniqueOrThrow({ where: { id } })).sentAt).not.toBeNull();
  });
  const guest = visitor(demo.url);
  const list = await (await guest.get("/dev/mail")).text();
  expect(list).toContain(`/dev/mail/sent/${id}"`);
  expect(list).toContain("reader@example.com");
  expect(await (await guest.get(`/dev/mail/sent/${id}`)).text()).toContain("Your order 4711");
  const letter = await (await guest.get(`/dev/mail/sent/${id}/html`)).text();
  const link = new RegExp(`href="(${demo.url}/orders/${orderId}/[^"]+)"`).exec(letter)?.[1] ?? "";
  expect((await guest.get(link)).status).toBe(200);
});

test.each([
  "/dev/mail/samples/postcard",
  "/dev/mail/sent/none",
  "/dev/mail/sent/..%2F..%2Fetc%2Fpasswd",
  "/dev/mail/x/y",
])("%s: not found", async (path) => {
  const guest = visitor(demo.url);
  expect((await guest.get(path)).status).toBe(404);
  expect((await guest.get(`${path}/html`)).status).toBe(404);
});

test("only a demo shows its mail", async () => {
  await setMode("test");
  const shop = await startShop(options);
  try {
    const guest = visitor(shop.url);
    const paths = ["/dev/mail", "/dev/mail/samples/receipt", "/dev/mail/sent/demonstration-receipt"];
    for (const path of [...paths, "/dev/mail/samples/receipt/html", "/dev/mail/sent/demonstration-receipt/html"]) {
      const answer = await guest.get(path);
      expect(answer.status).toBe(404);
      expect(policyOf(answer)).toContain("frame-ancestors 'none'");
    }
    expect(await (await guest.get("/")).text()).not.toContain("/dev/mail");
  } finally {
    await shop.close();
  }
});
