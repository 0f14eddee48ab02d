import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { createSampleOrder } from "../support/orders/sample-order";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { visitor } from "../support/visitor";

const saleId = "iv-therapeutics-sale";
const salePath = `/staff/promotions/${saleId}`;
const bookPath = "/staff/books/iv-therapeutics.book_by_mail";

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

let members = 0;
async function staff() {
  members += 1;
  const account = await createStaffMember({ email: `member${members}@example.com`, name: "Member" });
  const browser = visitor(shop.url);
  await browser.post("/staff/sign-in", account);
  return { ...browser, ...account };
}

/** A page's visible text. */
async function read(answer: Response) {
  const html = await answer.text();
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->|<wbr\/?>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’")
    .replace(/\s+/g, " ");
}

/** The promotion's form as the page fills it in. */
async function formOf(browser: Awaited<ReturnType<typeof staff>>): Promise<Record<string, string>> {
  const html = await (await browser.get(salePath)).text();
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? "";
  const names = ["version", "name", "price", "limit", "perCustomer", "startsAt", "endsAt", "priority"];
  return {
    ...Object.fromEntries(names.map((name) => [name, value(name)])),
    priceKind: "price",
    courseIds: "iv-therapeutics",
    status: "active",
    isFeatured: "on",
    combinesAutomatic: "on",
    combinesCoupons: "on",
  };
}

test("a wrong password is refused without saying what was wrong, and is not sent back", async () => {
  const { email } = await staff();
  const browser = visitor(shop.url);
  const answer = await browser.post("/staff/sign-in", { email, password: "guessed-password" });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toContain("The e-mail address or password is incorrect.");
  expect(html).toContain(email);
  expect(html).not.toContain("guessed-password");
  expect(browser.cookies.has("staff")).toBe(false);
});

test("signing in returns to the page that required it, and never leaves the shop", async () => {
  const { email, password } = await staff();
  for (const [to, target] of [
    [salePath, salePath],
    ["https://evil.example/", "/staff"],
    ["//evil.example/", "/staff"],
  ]) {
    const answer = await visitor(shop.url).post(`/staff/sign-in?${new URLSearchParams({ to: to ?? "" })}`, {
      email,
      password,
    });
    expect(answer.headers.get("Location")).toBe(target);
  }
});

test("a URL with an unknown notice still opens the page", async () => {
  const browser = await staff();
  const id = await createSampleOrder({ number: 9_001, state: "paid" });
  for (const path of [
    ...[
      "/staff/settings",
      "/staff/shipping",
      "/staff/shipping/zones/canada",
      "/staff/failed-messages",
      salePath,
      bookPath,
    ],
    ...[`/staff/orders/${id}`, `/staff/orders/${id}/ship`],
  ])
    for (const done of ["constructor", "__proto__", "toString", "nothing"])
      expect([path, done, (await browser.get(`${path}?done=${done}`)).status]).toEqual([path, done, 200]);
  for (const path of ["/staff/promotions/new?kind=constructor", "/staff/orders?state=constructor&kind=constructor"])
    expect([path, (await browser.get(path)).status]).toEqual([path, 200]);
});

test("PRICING 11: a new price is in the shop with the next page, and in the audit log", async () => {
  const browser = await staff();
  const form = await formOf(browser);
  const saved = await browser.post(salePath, { ...form, price: "89.25", limit: "44" });
  expect([saved.status, saved.headers.get("Location")]).toEqual([303, `${salePath}?done=saved`]);
  const shopper = visitor(shop.url);
  await shopper.add("iv-therapeutics.ebook");
  expect(await read(await shopper.get("/cart"))).toContain("$89.25");
  expect(await read(await browser.get(`${salePath}?done=saved`))).toContain("Saved. Shoppers see it now.");
  const audit = await read(await browser.get(`/staff/audit?subject=promotion:${saleId}`));
  expect(audit).toContain(`${browser.email}`);
  expect(audit).toMatch(/terms: IV Therapeutics.* at \$99\.50 → IV Therapeutics.* at \$89\.25/);
});

test("an invalid value is rejected next to its field, and what was typed stays", async () => {
  const browser = await staff();
  const form = await formOf(browser);
  const answer = await browser.post(salePath, { ...form, price: "1,000.00", endsAt: form.startsAt ?? "" });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toContain('value="1,000.00"');
  expect(html).toMatch(/id="[^"]*price-error"[^>]*>Enter less than the lowest regular price/);
  expect(html).toMatch(/id="[^"]*endsAt-error"[^>]*>The end must be later than the start\./);
  expect((await formOf(browser)).price).toBe(form.price);
});

test("if two people edit, the second sees what the first saved and loses nothing typed", async () => {
  const [first, second] = [await staff(), await staff()];
  const form = await formOf(first);
  await first.post(salePath, { ...form, price: "81.00" });
  const refused = await second.post(salePath, { ...form, price: "72.00" });
  expect(refused.status).toBe(409);
  const html = await refused.clone().text();
  const text = await read(refused);
  expect(text).toContain(`${first.email} changed this promotion`);
  expect(text).toContain("72.00");
  expect(text).toContain("81.00");
  expect(html).toMatch(/name="price"[^>]*value="72\.00"/);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
  expect(Number(version)).toBe(Number(form.version) + 1);
  const again = await second.post(salePath, { ...form, version, price: "72.00" });
  expect(again.status).toBe(303);
  expect((await formOf(first)).price).toBe("72.00");
});

test("received copies are for sale with the next page", async () => {
  const browser = await staff();
  const { capacity } = await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics.book_by_mail" } });
  const saved = await browser.post(bookPath, { direction: "received", copies: "7", reason: "Second printing" });
  expect(saved.status).toBe(303);
  expect(await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics.book_by_mail" } })).toMatchObject({
    capacity: capacity + 7,
  });
  const refused = await browser.post(bookPath, { direction: "removed", copies: "9999", reason: "Flood" });
  expect(refused.status).toBe(400);
  expect(await read(refused)).toContain("The rest belong to orders.");
});

test("orders are found by number and by part of the e-mail or name, in any letter case", async () => {
  const browser = await staff();
  await createSampleOrder({ email: "Ada.Lim@Example.com", name: "Ada Östberg-Lim", state: "paid", number: 4711 });
  await createSampleOrder({ email: "bo@example.com", name: "Bo Rasp", state: "attention" });
  for (const query of ["q=4711", "q=%234711", "q=ADA.LIM", "q=östberg-lim", "q=lim&state=paid"]) {
    const list = await read(await browser.get(`/staff/orders?${query}`));
    expect(list, query).toContain("Ada.Lim@Example.com");
    expect(list, query).not.toContain("bo@example.com");
  }
  expect(await read(await browser.get("/staff/orders?q=nobody"))).toContain("No orders match.");
  expect(await read(await browser.get("/staff"))).toContain("bo@example.com");
});

test("an order's page explains its price line by line and shows no learner's secret link", async () => {
  const browser = await staff();
  const id = await createSampleOrder({ email: "cy@example.com", saleUnits: 2, state: "paid", number: 4712 });
  const answer = await browser.get(`/staff/orders/${id}`);
  const html = await answer.clone().text();
  const text = await read(answer);
  expect(text).toContain("2 × $99.50");
  expect(text).toContain("IV Therapeutics for $99.50 , version 1");
  expect(text).toContain("$204.95");
  expect(text).toContain(`pi_${id}`);
  expect(html).not.toContain("/learning/");
});

test("the refund window and tax are saved with an audit row, appear in the terms, and never overwrite someone else's change", async () => {
  const browser = await staff();
  const before = { taxModeBefore: "none", refundDaysBefore: "30" };
  const saved = await browser.post("/staff/settings", { taxMode: "none", refundDays: "45", ...before });
  expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/staff/settings?done=saved"]);
  expect(await read(await browser.get("/staff/settings?done=saved"))).toContain("refund window in days: 30 → 45");
  expect(await read(await visitor(shop.url).get("/terms"))).toContain("Within 45 days of payment");
  const late = await browser.post("/staff/settings", { taxMode: "stripe", refundDays: "30", ...before });
  expect(late.status).toBe(409);
  expect(await db().shop.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ taxMode: "none", refundDays: 45 });
  for (const refundDays of ["", "-1", "366", "3.5", "many"]) {
    const refused = await browser.post("/staff/settings", {
      taxMode: "none",
      refundDays,
      ...before,
      refundDaysBefore: "45",
    });
    expect([refundDays, refused.status]).toEqual([refundDays, 400]);
  }
  const same = { taxMode: "none", refundDays: "45", taxModeBefore: "none", refundDaysBefore: "45" };
  expect((await browser.post("/staff/settings", same)).headers.get("Location")).toBe("/staff/settings?done=unchanged");
  expect(await db().auditEntry.count({ where: { subject: "shop:settings" } })).toBe(1);
});
