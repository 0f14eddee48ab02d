import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "~/accounts/sign-in-link.server";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { keepText, retention } from "~/privacy/retention";
import { buy } from "../support/orders/bought-course";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

async function signedIn(email: string) {
  const browser = visitor(shop.url);
  expect((await browser.post(`/account/sign-in/${await createSignInLink(email)}`, {})).status).toBe(303);
  return browser;
}
async function staff() {
  const account = await createStaffMember({ email: `staff${Math.random()}@example.com`, name: "Ines" });
  const browser = visitor(shop.url);
  expect((await browser.post("/staff/sign-in", account)).status).toBe(303);
  return { ...browser, email: account.email };
}

test("SECURITY 60: the notice shows the table that the job works by, and every page leads to it", async () => {
  const browser = visitor(shop.url);
  const page = (await (await browser.get("/privacy")).text()).replaceAll("&#x27;", "’");
  for (const row of retention) for (const text of [row.what, keepText(row)]) expect(page).toContain(text);
  expect(await (await browser.get("/")).text()).toContain('href="/privacy"');
});

test("SECURITY 62: a customer downloads their data and erases it, and is signed out", async () => {
  const email = "own.data@example.com";
  const { orderId } = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  expect((await visitor(shop.url).get("/account/privacy/my-data.json")).headers.get("Location")).toMatch(
    "/account/sign-in",
  );
  const browser = await signedIn(email);
  const answer = await browser.get("/account/privacy/my-data.json");
  expect(answer.headers.get("Content-Disposition")).toContain("attachment");
  expect(answer.headers.get("Cache-Control")).toMatch("no-store");
  expect(await answer.json()).toMatchObject({ orders: [{ id: orderId, email }], account: [{ email }] });

  const other = await signedIn("somebody.else@example.com");
  expect(await (await other.get("/account/privacy/my-data.json")).json()).toMatchObject({ orders: [] });

  await db().order.update({ where: { id: orderId }, data: { state: "processing" } });
  expect(await (await browser.get("/account/privacy/erase")).text()).toContain("still processing its payment");
  expect((await browser.post("/account/privacy/erase", {})).status).toBe(409);
  await db().order.update({ where: { id: orderId }, data: { state: "paid" } });
  const erased = await browser.post("/account/privacy/erase", {});
  expect([erased.status, erased.headers.get("Location")]).toEqual([303, "/account/sign-in?done=erased"]);
  expect((await browser.get("/account")).status).toBe(303);
  expect(await db().order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ email: "(erased)" });
});

test("SECURITY 62: staff find, download, and erase a person’s data, and the audit says who did", async () => {
  const email = "Asked.By.Mail@example.com";
  const { orderId } = await buy([{ quantity: 1 }], { name: "Ada Lim", email });
  const browser = await staff();
  const page = await (await browser.get(`/staff/privacy?email=${encodeURIComponent(email)}`)).text();
  expect(page).toContain("Erase this data for good");
  const answer = await browser.get(`/staff/privacy/data.json?email=${encodeURIComponent(email)}`);
  expect(await answer.json()).toMatchObject({ orders: [{ id: orderId }] });
  expect((await browser.get("/staff/privacy?email=nobody")).status).toBe(200);
  expect((await browser.post("/staff/privacy", { email: "nobody" })).status).toBe(400);
  const erased = await browser.post("/staff/privacy", { email });
  expect(erased.headers.get("Location")).toBe("/staff/privacy?done=erased");
  expect(await db().order.count({ where: { email } })).toBe(0);
  const audit = await db().auditEntry.findMany({ where: { actor: browser.email, action: { startsWith: "privacy." } } });
  expect(audit.map(({ action }) => action).sort()).toEqual(["privacy.erasure-requested", "privacy.exported"]);
});
