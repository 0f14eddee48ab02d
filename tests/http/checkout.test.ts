import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "~/accounts/sign-in-link.server";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

const ebook = "iv-therapeutics.ebook";
const salePrice = 9950;

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

const stockOf = () => db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } });
const orderOf = (sessionId: string) => db().order.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
const untilState = (sessionId: string, state: string) =>
  until(async () => expect((await orderOf(sessionId)).state).toBe(state));

async function startPayment(email: string, quantity = 1, agreedCents = salePrice * quantity) {
  const guest = visitor(shop.url);
  await guest.add(ebook, quantity);
  const answer = await guest.checkOut({ email, agreedCents });
  return { guest, answer, sessionId: sessionIdIn(answer) };
}

test("a guest's payment is recorded by webhook alone: one order, one receipt, one enrollment, an empty cart", async () => {
  const { guest, sessionId } = await startPayment("webhook@example.com");
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  const order = await orderOf(sessionId);
  expect(order).toMatchObject({ totalCents: salePrice, email: "webhook@example.com" });
  expect(order.number).toBeGreaterThan(1000);
  expect(await db().enrollment.count({ where: { orderId: order.id } })).toBe(1);
  await until(async () =>
    expect(await db().outboxMessage.count({ where: { kind: "receipt", sentAt: { not: null } } })).toBe(1),
  );
  expect(await (await guest.get("/cart")).text()).toContain("Your cart is empty");
});

test("SCENARIO 12, 13 and PAYMENTS 3, 4: three parallel webhooks, the success page, and a replay make one order", async () => {
  await shop.control("webhooks", { mode: "hold" });
  const { guest, sessionId } = await startPayment("thrice@example.com");
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  const held = await fetch(`${shop.standIn.url}/v1/events?type=checkout.session.completed&limit=1`, {
    headers: { Authorization: "Bearer sk_test_stand_in" },
  }).then((response) => response.json());
  const id = held.data[0].id;
  const [done] = await Promise.all([
    guest.get(`/checkout/done?session_id=${sessionId}`),
    ...[1, 2, 3].map(() => shop.control(`events/${id}/redeliver`, {})),
  ]);
  await shop.control("webhooks", { mode: "deliver" });
  const order = await orderOf(sessionId);
  expect(done.headers.get("Location")).toMatch(new RegExp(`^/orders/${order.id}/`));
  expect(order.state).toBe("paid");
  await shop.control(`events/${id}/redeliver`, {});
  expect(await db().enrollment.count({ where: { orderId: order.id } })).toBe(1);
  expect(await db().orderEvent.count({ where: { orderId: order.id, state: "paid" } })).toBe(1);
  const receipts = await db().outboxMessage.findMany({ where: { kind: "receipt" } });
  expect(receipts.filter(({ payload }) => JSON.stringify(payload).includes(order.id))).toHaveLength(1);
});

test("a double click and a second tab make one order and one hold", async () => {
  const guest = visitor(shop.url);
  await guest.add(ebook);
  const before = await stockOf();
  const answers = await Promise.all(
    [1, 2, 3].map(() => guest.checkOut({ email: "double@example.com", agreedCents: salePrice })),
  );
  expect(new Set(answers.map((answer) => answer.headers.get("Location"))).size).toBe(1);
  expect((await stockOf()).taken).toBe(before.taken + 1);
  expect(await db().order.count({ where: { email: "double@example.com" } })).toBe(1);
});

test("SCENARIO 6: a shopper who abandons payment and starts over isn't blocked by their own hold", async () => {
  const before = (await stockOf()).taken;
  const { guest, sessionId } = await startPayment("back@example.com", 2);
  const form = { email: "Back@Example.com", agreedCents: 2 * salePrice, certificateName: "Ada B. Lim" };
  const second = sessionIdIn(await guest.checkOut(form));
  expect(second).not.toBe(sessionId);
  expect((await orderOf(sessionId)).state).toBe("expired");
  expect((await stockOf()).taken).toBe(before + 2);
});

test("SCENARIO 6: the last copy of a book, held by the customer's own checkout on another device, is available to that customer when signed in", async () => {
  const book = "dxa-scanning-essentials.book_by_mail";
  const { capacity } = await db().stock.findUniqueOrThrow({ where: { id: book } });
  await db().stock.update({ where: { id: book }, data: { taken: capacity - 1 } });
  const form = { email: "reader@example.com", agreedCents: 10_000 };
  const [phone, desk, other] = [visitor(shop.url), visitor(shop.url), visitor(shop.url)];
  for (const guest of [phone, desk, other]) await guest.add(book);
  const first = sessionIdIn(await phone.checkOut(form));
  // SECURITY 65: whoever only types the address gets nothing of it.
  expect((await other.checkOut(form)).headers.get("Location")).toBe("/cart");
  expect((await orderOf(first)).state).toBe("awaiting_payment");
  await desk.post(`/account/sign-in/${await createSignInLink(form.email)}`, {});
  const second = sessionIdIn(await desk.checkOut(form));
  expect((await orderOf(first)).state).toBe("expired");
  expect((await orderOf(second)).state).toBe("awaiting_payment");
  expect((await db().stock.findUniqueOrThrow({ where: { id: book } })).taken).toBe(capacity);
});

test("SECURITY 65: the offer to continue a checkout answers alike for every address, on every cart", async () => {
  const { sessionId } = await startPayment("elsewhere@example.com", 1);
  const pages = async (email: string) => {
    const guest = visitor(shop.url);
    const asked = await guest.post("/checkout/continue", { email });
    const path = asked.headers.get("Location") ?? "";
    const text = await (await guest.get(path)).text();
    return [asked.status, path, text.replace(/nonce="[^"]+"/g, "")];
  };
  expect(await pages("elsewhere@example.com")).toEqual(await pages("nobody@example.com"));
  expect(await (await visitor(shop.url).get("/cart")).text()).toContain("Started a checkout on another device?");
  expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
});

test("SCENARIO 3: the customer limit counts by mailbox, regardless of letter case", async () => {
  const { sessionId } = await startPayment("limit@example.com", 2);
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  const again = visitor(shop.url);
  await again.add(ebook);
  const answer = await again.checkOut({ email: "LIMIT@example.com", agreedCents: salePrice });
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain("The total has changed");
  expect(page).toContain("$129.00");
  expect(page).toContain("Started a checkout on another device?");
  const agreed = await again.checkOut({ email: "LIMIT@example.com", agreedCents: 12900 });
  expect((await orderOf(sessionIdIn(agreed))).totalCents).toBe(12900);
});

test("SCENARIO 9, PRICING 8: a raised price needs consent; a lowered one is charged right away", async () => {
  const guest = visitor(shop.url);
  await guest.add("mri-screening-and-safety.ebook");
  const { priceCents } = await db().courseFormat.findUniqueOrThrow({ where: { id: "mri-screening-and-safety.ebook" } });
  const refused = await guest.checkOut({ email: "raise@example.com", agreedCents: priceCents - 500 });
  expect(refused.status).toBe(409);
  expect(await db().order.count({ where: { email: "raise@example.com" } })).toBe(0);
  const given = await guest.checkOut({ email: "raise@example.com", agreedCents: priceCents + 500 });
  expect((await orderOf(sessionIdIn(given))).totalCents).toBe(priceCents);
});

test("SCENARIO 14: while the payment is processing, there is no number, no e-mail, and no access", async () => {
  const { guest, sessionId } = await startPayment("slow@example.com");
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "processing" });
  await untilState(sessionId, "processing");
  const order = await orderOf(sessionId);
  expect(order.number).toBeNull();
  expect(await db().enrollment.count({ where: { orderId: order.id } })).toBe(0);
  const done = await guest.get(`/checkout/done?session_id=${sessionId}`);
  expect(await (await guest.get(done.headers.get("Location") ?? "")).text()).toContain("Your payment is processing");
  await shop.control(`sessions/${sessionId}/settle`, { outcome: "paid" });
  await untilState(sessionId, "paid");
});

test("a delayed payment that fails releases the units", async () => {
  const before = (await stockOf()).taken;
  const { sessionId } = await startPayment("fails@example.com");
  expect((await stockOf()).taken).toBe(before + 1);
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "processing" });
  await untilState(sessionId, "processing");
  await shop.control(`sessions/${sessionId}/settle`, { outcome: "failed" });
  await untilState(sessionId, "expired");
  expect((await stockOf()).taken).toBe(before);
});

test("SCENARIO 15: an unsigned, a wrongly signed, and a stale event change nothing, and staff can see that they came", async () => {
  const { sessionId } = await startPayment("forged@example.com");
  const body = JSON.stringify({
    id: "evt_forged",
    type: "checkout.session.completed",
    data: { object: { id: sessionId } },
  });
  for (const signature of [undefined, "t=1,v1=00", `t=${Math.floor(Date.now() / 1000)},v1=${"0".repeat(64)}`]) {
    const answer = await fetch(`${shop.url}/stripe/webhook`, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", ...(signature ? { "Stripe-Signature": signature } : {}) },
    });
    expect(answer.status).toBe(400);
  }
  expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
  expect(await db().auditEntry.count({ where: { action: "webhook.refused" } })).toBeGreaterThan(0);
});

test("SCENARIO 15: an amount other than the order's is never fulfilled and needs attention", async () => {
  const { sessionId } = await startPayment("amount@example.com");
  await db().order.update({
    where: { stripeSessionId: sessionId },
    data: { itemsCents: 12900, totalCents: 12900 },
  });
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "attention");
  const order = await orderOf(sessionId);
  expect(await db().enrollment.count({ where: { orderId: order.id } })).toBe(0);
});

test("if the payment page can't be opened, the units are released and the cart is kept", async () => {
  const before = (await stockOf()).taken;
  await shop.control("fail", { path: "/v1/checkout/sessions", times: 5, status: 500, remembered: false });
  const guest = visitor(shop.url);
  await guest.add(ebook);
  const answer = await guest.checkOut({ email: "down@example.com", agreedCents: salePrice });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Nothing was charged, and your cart is saved");
  expect((await stockOf()).taken).toBe(before);
  expect(await (await guest.get("/cart")).text()).toContain("IV Therapeutics");
});
