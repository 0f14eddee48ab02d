import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "~/accounts/sign-in-link.server";
import { addresses } from "~/addresses/addresses";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { everyRoute } from "../support/every-route";
import { buy, right, take } from "../support/orders/bought-course";
import { learningLink, orderLink } from "../support/orders/links";
import { pdfText } from "../support/pdf-text";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

let shop: RunningShop;
beforeAll(async () => {
  // Orders inserted below take their numbers from the table.
  await db().shop.update({ where: { id: 1 }, data: { lastOrderNumber: 50_000 } });
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

const newEmail = () =>
  `${newSecret()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "x")}@example.com`;
const read = async (response: Response) =>
  (await response.text())
    .replaceAll("&#x27;", "’")
    .replaceAll(/<!-- -->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

async function signedIn(email: string) {
  const browser = visitor(shop.url);
  const answer = await browser.post(`/account/sign-in/${await createSignInLink(email)}`, {});
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/account"]);
  return browser;
}

/** A paid order for one eBook from this address, with its test passed. */
async function certified(email: string, name = "Dana Meyer") {
  const bought = await buy([{ quantity: 2 }], { name, email });
  await take(bought.first, 1, right);
  return bought;
}

/** Every address of the account that names an order or a course, from the route list. */
const ownPatterns = Object.values(addresses).filter((pattern) => /^account\/.*:(order|enrollment)/.test(pattern));

const addressesOf = ({ orderId, first }: { orderId: string; first: string }) =>
  ownPatterns.map(
    (pattern) => `/${pattern.replace(":order", orderId).replace(":enrollment", first).replace(":number", "1")}`,
  );

/** A token of a mailed link, and any address that one would open. */
const mailed = /[0-9a-z]{6}\.[\w-]{43}|"\/(orders|learning)\//;

test("SECURITY 8.2.2, 14.3.2, 46: the owner can open every page of the account, and none shows a mailed link", async () => {
  const email = newEmail();
  const bought = await certified(email);
  const browser = await signedIn(email);
  expect(ownPatterns).toHaveLength(11);
  for (const path of ["/account", "/account/orders", ...addressesOf(bought)]) {
    const answer = await browser.get(path);
    if (answer.status === 200) expect(answer.headers.get("Cache-Control"), path).toContain("no-store");
    expect(answer.headers.get("X-Robots-Tag"), path).toBe("noindex");
    expect(answer.headers.get("Referrer-Policy"), path).toBe("same-origin");
    // The test is passed: its page leads to the course.
    const expected = path.endsWith("/test") ? [303, `/account/courses/${bought.first}`] : [200, null];
    expect([answer.status, answer.headers.get("Location")], path).toEqual(expected);
    expect(mailed.exec(await answer.text()), path).toBeNull();
  }
});

test("SECURITY 45: each page by a mailed link is kept from caches and search engines, and shows links that end with its own", async () => {
  const { orderId, first } = await certified(newEmail());
  const [order, course] = [await orderLink(orderId), await learningLink(first)];
  const paths = [order.order(), order.receipt(), order.refund(), course.overview(), course.read(), course.attempt(1)];
  for (const path of [...paths, course.certificate(), course.certificatePdf(), course.reminders()]) {
    const answer = await visitor(shop.url).get(path);
    expect([answer.status, answer.headers.get("X-Robots-Tag")], path).toEqual([200, "noindex"]);
    expect(answer.headers.get("Cache-Control"), path).toContain("no-store");
    expect(answer.headers.get("Referrer-Policy"), path).toBe("same-origin");
    const ends = (await answer.text()).match(/\/(?:orders|learning)\/[\w-]+\/([0-9a-z]+)\./g) ?? [];
    expect(new Set(ends.map((link) => link.split("/").at(-1))).size, path).toBeLessThanOrEqual(1);
  }
  await db().order.update({ where: { id: orderId }, data: { linkVersion: { increment: 1 } } });
  const guest = visitor(shop.url);
  const signIn = (await guest.get(order.refund())).headers.get("Location") ?? "";
  expect(await read(await guest.get(signIn))).toContain("This link has expired");
  expect(new URL(signIn, shop.url).searchParams.get("to")).toBe(`/account/orders/${orderId}/refund`);
  expect((await guest.post(order.refund(), { reason: "x" })).headers.get("Location")).toBe(signIn);
});

test("SECURITY 8.2.2, SCENARIO 23: someone else’s page looks the same as one that doesn't exist, and each attempt is audited", async () => {
  const bought = await certified(newEmail());
  const email = newEmail();
  const browser = await signedIn(email);
  const guesses = addressesOf({ orderId: "guessed", first: "guessed" });
  const seen = async (path: string) => {
    const answer = await browser.get(path);
    expect(answer.status, path).toBe(404);
    const text = await answer.text();
    expect(text).not.toContain("Dana");
    return text
      .replaceAll(bought.orderId, "guessed")
      .replaceAll(bought.first, "guessed")
      .replace(/nonce="[^"]+"/g, "");
  };
  for (const [index, path] of addressesOf(bought).entries())
    expect(await seen(path), path).toBe(await seen(guesses[index] ?? ""));
  const refused = await db().auditEntry.findMany({ where: { actor: email, action: "account.refused" } });
  const count = (subject: string) => refused.filter((entry) => entry.subject === subject).length;
  for (const id of [bought.orderId, "guessed"]) expect(count(`order:${id}`)).toBe(3);
  for (const id of [bought.first, "guessed"]) expect(count(`enrollment:${id}`)).toBe(8);
});

test("SECURITY 8.2.2: no form of the account works for anybody but the owner", async () => {
  const bought = await buy([{ quantity: 1 }], { name: "Dana Meyer", email: newEmail() });
  const everything = async () =>
    JSON.stringify([
      await db().order.findMany({ where: { id: bought.orderId }, include: { refundRequests: true } }),
      await db().enrollment.findMany({ where: { orderId: bought.orderId }, include: { attempts: true } }),
      await db().outboxMessage.findMany({ where: { orderId: bought.orderId } }),
    ]);
  const before = await everything();
  const form = { name: "Eve", email: "eve@example.com", units: bought.first, reason: "x", version: "1", attempt: "1" };
  for (const path of addressesOf(bought)) {
    const stranger = await (await signedIn(newEmail())).post(path, form);
    expect([404, 405], path).toContain(stranger.status);
    const nobody = await visitor(shop.url).post(path, form);
    expect([303, 405], path).toContain(nobody.status);
    if (nobody.status === 303) expect(nobody.headers.get("Location")).toMatch(/^\/account\/sign-in\?/);
  }
  expect(await everything()).toBe(before);
});

test("SECURITY 45: the buyer sends new links from the account, once for a double click; nobody does by a link", async () => {
  const email = newEmail();
  const { orderId } = await buy([{ quantity: 1 }], { name: "Dana Meyer", email });
  const browser = await signedIn(email);
  const path = `/account/orders/${orderId}`;
  const link = (await orderLink(orderId)).order();
  expect(await (await browser.get(path)).text()).toContain("Send new links");
  expect(await (await browser.get(link)).text()).not.toContain("Send new links");
  expect((await browser.post(link, { version: "1" })).status).toBe(405);
  for (const _ of [1, 2])
    expect((await browser.post(path, { version: "1" })).headers.get("Location")).toBe(`${path}?done=links-sent`);
  expect(await read(await browser.get(`${path}?done=links-sent`))).toContain("New links are on their way.");
  expect((await visitor(shop.url).get(link)).status).toBe(303);
  const letters = await db().outboxMessage.findMany({ where: { orderId } });
  expect(letters.map(({ kind }) => kind)).toEqual(["receipt"]);
  expect((await browser.post(path, { version: "no number" })).status).toBe(400);
});

test("SECURITY 45, 46: a learner who gives the course away loses it; a buyer sees who has it and can name another", async () => {
  const [buyer, bo] = [newEmail(), newEmail()];
  const { second } = await buy([{ quantity: 2 }], { name: "Ada Lim", email: buyer });
  const path = `/account/courses/${second}`;
  const [ada, learner] = [await signedIn(buyer), await signedIn(bo)];
  expect((await ada.post(path, { name: "Bo Rasp", email: bo })).headers.get("Location")).toBe(path);
  const seen = await read(await ada.get(path));
  expect(seen).toContain("Bo Rasp");
  expect(seen).not.toContain("Take the test");
  expect((await ada.get(`${path}/test`)).status).toBe(404);
  expect(await read(await learner.get(path))).toContain("Take the test");
  const link = (await learningLink(second)).overview();
  const given = await visitor(shop.url).post(link, { name: "Kim Lee", email: newEmail() });
  expect(given.headers.get("Location")).toBe("/account/sign-in?done=learner-changed");
  expect(await read(await visitor(shop.url).get("/account/sign-in?done=learner-changed"))).toContain(
    "Learner changed.",
  );
  expect((await learner.get(path)).status).toBe(404);
  expect((await visitor(shop.url).get(link)).status).toBe(303);
});

test("SECURITY 8.2.2: a visitor who isn't signed in is sent to sign-in and back", async () => {
  const bought = await certified(newEmail());
  for (const path of ["/account", "/account/orders", ...addressesOf(bought)]) {
    const answer = await visitor(shop.url).get(path);
    expect([answer.status, answer.headers.get("Location")], path).toEqual([
      303,
      `/account/sign-in?${new URLSearchParams({ to: path })}`,
    ]);
    for (const { id } of everyRoute.filter(({ pattern }) => /^account(\/|$)/.test(pattern))) {
      const data = await visitor(shop.url).get(`${path}?${new URLSearchParams({ _data: id })}`);
      // Another address's route is refused.
      expect([204, 403], `${path} ${id}`).toContain(data.status);
      expect(await data.text()).not.toContain("Dana");
    }
  }
});

test("the account shows its own orders, and the courses that others bought for it", async () => {
  const email = newEmail();
  const own = await certified(email, "Mira Own");
  const others = await buy([{ quantity: 1 }], { name: "Somebody Else", email: newEmail() });
  await db().enrollment.update({
    where: { id: others.first },
    data: { participantName: "Mira Own", participantEmail: email.toUpperCase(), participantKey: email },
  });
  const browser = await signedIn(email);
  const courses = await read(await browser.get("/account"));
  expect(courses).toContain("Not completed yet");
  expect(courses).toContain("Certificates");
  const { number } = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: own.first } });
  expect(courses).toContain(number);
  const html = await (await browser.get("/account")).text();
  expect(html).toContain(`/account/courses/${others.first}"`);
  expect(html).not.toContain(own.second);
  const orders = await read(await browser.get("/account/orders"));
  const ownOrder = await db().order.findUniqueOrThrow({ where: { id: own.orderId } });
  const otherOrder = await db().order.findUniqueOrThrow({ where: { id: others.orderId } });
  expect(orders).toContain(`Order ${ownOrder.number}`);
  expect(orders).not.toContain(`Order ${otherOrder.number}`);
});

test("the history has paid orders and ones that can still be paid, not abandoned ones", async () => {
  const email = newEmail();
  const states = { processing: 1, refunded: 1, attention: 1, expired: -1 } as const;
  for (const state of Object.keys(states) as (keyof typeof states)[]) {
    const { orderId } = await buy([{ quantity: 1 }], { name: "Kim", email });
    await db().order.update({ where: { id: orderId }, data: { state } });
  }
  const browser = await signedIn(email);
  const text = await read(await browser.get("/account/orders"));
  for (const said of ["Payment processing", "Refunded", "Needs attention"]) expect(text).toContain(said);
  expect(text).not.toContain("Not paid");
});

test("an empty account says what to do", async () => {
  const browser = await signedIn(newEmail());
  expect(await read(await browser.get("/account"))).toContain("No courses yet");
  expect(await read(await browser.get("/account/orders"))).toContain("No orders yet");
  expect(await read(await browser.get("/account/orders?page=7"))).toContain("Nothing on this page");
});

test("SECURITY 6.3.8: a request for a link is answered the same for every address; an invalid one gets an error next to its field", async () => {
  const known = newEmail();
  await signedIn(known);
  const answers = await Promise.all(
    [known, newEmail()].map((email) => visitor(shop.url).post("/account/sign-in?to=%2Faccount%2Forders", { email })),
  );
  for (const answer of answers)
    expect([answer.status, answer.headers.get("Location"), await answer.text()]).toEqual([
      303,
      "/account/sign-in?done=sent&to=%2Faccount%2Forders",
      "",
    ]);
  const wrong = await visitor(shop.url).post("/account/sign-in", { email: "nobody" });
  expect(wrong.status).toBe(400);
  expect(await read(wrong)).toContain("Enter an address like name@example.com.");
});

test("a link opened by a scanner still signs in; a used one says so", async () => {
  const path = `/account/sign-in/${await createSignInLink(newEmail())}`;
  const scanner = visitor(shop.url);
  for (let n = 0; n < 3; n++) expect((await scanner.get(path)).status).toBe(200);
  expect(scanner.cookies.size).toBe(0);
  const browser = visitor(shop.url);
  expect((await browser.post(`${path}?to=%2Faccount%2Forders`, {})).headers.get("Location")).toBe("/account/orders");
  const late = await visitor(shop.url).post(path, {});
  expect(late.status).toBe(400);
  expect(await read(late)).toContain("This link no longer works");
});

test("signing out ends the session on the server, and “on all devices” ends every other", async () => {
  const email = newEmail();
  const [phone, desk] = [await signedIn(email), await signedIn(email)];
  const old = new Map(phone.cookies);
  await phone.post("/account/sign-out", {});
  for (const [name, value] of old) phone.cookies.set(name, value);
  expect((await phone.get("/account")).status).toBe(303);
  const again = await signedIn(email);
  await desk.post("/account/sign-out", { everywhere: "yes" });
  expect((await again.get("/account")).status).toBe(303);
});

test("the receipt opens with the order's signed link, not with an edited one, and has its own file name", async () => {
  const email = newEmail();
  const { orderId } = await buy([{ quantity: 1 }], { name: "Zoë Nakamura", email });
  const page = (await orderLink(orderId)).order();
  const answer = await visitor(shop.url).get(`${page}/receipt.pdf?paper=a4`);
  const { number } = await db().order.findUniqueOrThrow({ where: { id: orderId } });
  expect(answer.headers.get("Content-Disposition")).toBe(
    `inline; filename="Receipt ${number}.pdf"; filename*=UTF-8''Receipt%20${number}.pdf`,
  );
  expect(answer.headers.get("Cache-Control")).toBe("no-store, private");
  expect(pdfText(Buffer.from(await answer.arrayBuffer())).join(" ")).toContain("Zoë Nakamura");
  expect((await visitor(shop.url).get(`${page.slice(0, -2)}AA/receipt.pdf`)).status).toBe(404);
  await db().order.update({ where: { id: orderId }, data: { number: null, state: "awaiting_payment", paidAt: null } });
  expect((await visitor(shop.url).get(`${page}/receipt.pdf`)).status).toBe(404);
});

test("SCENARIO 3: with a limit of 1, a guest buys again with the e-mail in different letter case, then signs in: still 1", async () => {
  await db().stock.update({ where: { id: "iv-therapeutics-sale" }, data: { capacity: 100, perCustomer: 1 } });
  const email = newEmail();
  const guest = visitor(shop.url);
  await guest.add("iv-therapeutics.ebook");
  const session = sessionIdIn(await guest.checkOut({ email: email.toUpperCase(), agreedCents: 9950 }));
  await shop.control(`sessions/${session}/pay`, { outcome: "paid" });
  await until(async () =>
    expect(await db().order.count({ where: { stripeSessionId: session, state: "paid" } })).toBe(1),
  );
  const again = visitor(shop.url);
  await again.add("iv-therapeutics.ebook");
  expect((await again.checkOut({ email, agreedCents: 9950 })).status).toBe(409);
  const browser = await signedIn(email);
  await browser.add("iv-therapeutics.ebook");
  const page = await (await browser.get("/checkout")).text();
  expect(page).toContain(`value="${email}"`);
  expect(page).toContain("$129.00");
  expect((await browser.checkOut({ email, agreedCents: 9950 })).status).toBe(409);
  sessionIdIn(await browser.checkOut({ email, agreedCents: 12900 }));
  expect(await read(await browser.get("/account/orders"))).toContain("Awaiting payment");
});

test("a refund is requested on the order’s page: errors next to the fields, then its status", async () => {
  const email = newEmail();
  const { orderId, first } = await buy([{ quantity: 2 }], { name: "Kim", email });
  await db().order.update({
    where: { id: orderId },
    data: { itemsCents: 5600, totalCents: 5600, receivedCents: 5600 },
  });
  const browser = await signedIn(email);
  const page = `/account/orders/${orderId}`;
  expect(await read(await browser.get(page))).toContain("You can request a refund until");
  const wrong = await browser.post(`${page}/refund`, { reason: " " });
  expect(wrong.status).toBe(400);
  const text = await read(wrong);
  for (const said of ["Choose what you want refunded.", "Tell us why you’d like a refund."])
    expect(text).toContain(said);
  const long = await browser.post(`${page}/refund`, { units: first, reason: "x".repeat(1001) });
  expect(await read(long)).toContain("Use at most 1,000 characters.");
  const form = { units: first, reason: "Bought twice\r\nby mistake\u0007" };
  for (const _ of [1, 2])
    expect((await browser.post(`${page}/refund`, form)).headers.get("Location")).toBe(`${page}#refunds`);
  expect(await db().refundRequest.findMany({ where: { orderId } })).toMatchObject([
    { state: "open", reason: "Bought twice\nby mistake", enrollmentIds: [first] },
  ]);
  expect(await read(await browser.get(page))).toContain("We’re reviewing your refund request.");
  const other = await browser.post(`${page}/refund`, { units: first, reason: "Again" });
  expect(other.status).toBe(409);
  expect(await read(other)).toContain("Another request for this order is waiting for our answer.");
});
