import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

// Webhooks are dropped and no sweep runs: the shop learns only what staff check.
let shop: RunningShop;
beforeAll(async () => {
  const own = { databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" };
  shop = await startShop({ ...own, sweepSeconds: 0 });
  await shop.control("webhooks", { mode: "drop" });
});
afterAll(() => shop.close());

let members = 0;
async function staff() {
  members += 1;
  const account = await createStaffMember({ email: `member${members}@example.com`, name: "Member" });
  const browser = visitor(shop.url);
  await browser.post("/staff/sign-in", account);
  return { ...browser, email: account.email };
}

/** A page's visible text. */
async function read(answer: Response) {
  const html = await answer.text();
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->|<wbr\/?>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

async function payUnheard(email: string, last4: string) {
  const guest = visitor(shop.url);
  await guest.add("iv-therapeutics.ebook");
  const sessionId = sessionIdIn(await guest.checkOut({ email, agreedCents: 9950 }));
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid", card: { brand: "visa", last4 } });
  return { guest, sessionId };
}

const orderOf = (sessionId: string) =>
  db().order.findUniqueOrThrow({ where: { stripeSessionId: sessionId }, include: { enrollments: true } });
const untilSent = (orderId: string, count: number) =>
  until(async () => {
    const mails = await db().outboxMessage.findMany({ where: { orderId } });
    expect(mails.map(({ sentAt }) => sentAt)).toEqual(Array(count).fill(expect.any(Date)));
  });

test("“I paid but I have no course”: staff find the order by e-mail, check with Stripe, and the course opens", async () => {
  const { sessionId } = await payUnheard("Lost.News@example.com", "0417");
  const { id } = await orderOf(sessionId);
  const desk = await staff();
  const path = `/staff/orders/${id}`;
  expect(await (await desk.get("/staff/orders?q=lost.news")).text()).toContain(path);

  const before = await desk.get(path);
  const html = await before.clone().text();
  expect(await read(before)).toContain("Not paid yet. The payment page is open until");
  expect(html).toContain("Check with Stripe");
  const asked = await desk.post(path, { act: "ask-stripe" });
  expect([asked.status, asked.headers.get("Location")]).toEqual([303, `${path}?done=asked-now`]);

  const after = await desk.get(`${path}?done=asked-now`);
  const [text, page] = [await read(after.clone()), await after.text()];
  expect(text).toContain("Stripe says the order is paid.");
  expect(text).toContain("with Visa ending in 0417");
  expect(text).toContain(`checked by ${desk.email}`);
  const { state, enrollments } = await orderOf(sessionId);
  expect([state, enrollments.length]).toEqual(["paid", 1]);
  const buyerPage = /href="(\/orders\/[^"]+)"/.exec(page)?.[1] ?? "";
  expect(await read(await visitor(shop.url).get(buyerPage))).toContain("Go to course IV Therapeutics");
  await untilSent(id, 1);
  expect(await read(await desk.get(path))).toContain("went to Lost.News@example.com");
  for (const query of ["visa+0417", "0417", sessionId])
    expect(await (await desk.get(`/staff/orders?q=${query}`)).text(), query).toContain(path);
});

test("a payment only Stripe knows about is traced from the buyer’s statement to the order", async () => {
  const { sessionId } = await payUnheard("statement@example.com", "0555");
  const { id } = await orderOf(sessionId);
  const desk = await staff();
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());
  const query = new URLSearchParams({ last4: "0555", amount: "99.50", day });
  const found = await desk.get(`/staff/find-payment?${query}`);
  expect([found.status, found.headers.get("Location")]).toEqual([303, `/staff/orders/${id}?done=found`]);
  expect(await read(await desk.get("/staff/find-payment?id=pi_nothing"))).toContain("Stripe has no such payment.");
  expect(await read(await desk.get("/staff/find-payment?last4=0555"))).toContain("Enter this too");
});

test("staff correct a mistyped e-mail address, and the receipt goes to the right one", async () => {
  const { guest, sessionId } = await payUnheard("typo@exmaple.com", "0666");
  await guest.get(`/checkout/done?session_id=${sessionId}`);
  const { id } = await orderOf(sessionId);
  await untilSent(id, 1);
  const desk = await staff();
  const path = `/staff/orders/${id}`;
  const form = { act: "correct-email", was: "typo@exmaple.com", email: "typo@example" };
  const refused = await desk.post(path, form);
  expect(refused.status).toBe(400);
  const form400 = await refused.text();
  expect(form400).toContain("Enter an address like name@example.com.");
  expect(form400).toContain('value="typo@example"');

  const corrected = await desk.post(path, { ...form, email: "typo@example.com", resend: "on" });
  expect([corrected.status, corrected.headers.get("Location")]).toEqual([303, `${path}?done=email-changed`]);
  await untilSent(id, 2);
  const text = await read(await desk.get(`${path}?done=email-changed`));
  expect(text).toContain("E-mail address corrected.");
  expect(text).toContain("email: typo@exmaple.com → typo@example.com");
  expect(text).toContain("went to typo@example.com");
  const { enrollments } = await orderOf(sessionId);
  expect(enrollments).toMatchObject([{ participantKey: "typo@example.com" }]);
  expect((await desk.post(path, { ...form, email: "third@example.com" })).status).toBe(409);
});

test("an unpaid order is canceled, gets a note, and is found by its day", async () => {
  const guest = visitor(shop.url);
  await guest.add("iv-therapeutics.ebook");
  const sessionId = sessionIdIn(await guest.checkOut({ email: "undecided@example.com", agreedCents: 9950 }));
  const { id } = await orderOf(sessionId);
  const desk = await staff();
  const path = `/staff/orders/${id}`;
  await desk.post(path, { act: "note", text: "AskStripeResult by phone to cancel." });
  const cancelled = await desk.post(path, { act: "cancel" });
  expect(cancelled.headers.get("Location")).toBe(`${path}?done=cancelled`);
  const text = await read(await desk.get(`${path}?done=cancelled`));
  expect(text).toContain("Order canceled. Its payment page is closed");
  expect(text).toContain("AskStripeResult by phone to cancel.");
  expect((await orderOf(sessionId)).state).toBe("expired");
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());
  const list = await desk.get(`/staff/orders?state=expired&from=${day}&until=${day}`);
  expect(await list.text()).toContain(path);
});

test("SECURITY 15.3.1: the order’s page has no learner’s link and no secret of the shop", async () => {
  const { guest, sessionId } = await payUnheard("secret@example.com", "0888");
  await guest.get(`/checkout/done?session_id=${sessionId}`);
  const { id } = await orderOf(sessionId);
  const html = await (await (await staff()).get(`/staff/orders/${id}`)).text();
  expect(html).not.toContain("/learning/");
  for (const field of ["fingerprint", "idempotencyKey", "sessionParameters", "customerKey", "payload"])
    expect(html, field).not.toContain(field);
});

test("an unknown form is refused with a message, and a missing order is a 404", async () => {
  const { sessionId } = await payUnheard("odd@example.com", "0999");
  const { id } = await orderOf(sessionId);
  const desk = await staff();
  expect((await desk.post(`/staff/orders/${id}`, { act: "pay" })).status).toBe(400);
  expect((await desk.post("/staff/orders/none", { act: "cancel" })).status).toBe(404);
  const paths = ["/staff/orders/%00", `/staff/orders/${id}%00/refund`, "/staff/refund-requests/%00"];
  const queries = [
    `/staff/orders/${id}/refund?request=%00`,
    "/staff/shipping/labels.pdf?orders=%00",
    "/staff/orders?q=%00",
  ];
  for (const address of [...paths, ...queries]) expect((await desk.get(address)).status, address).toBe(404);
  expect((await desk.post("/staff/orders/%00", { act: "cancel" })).status).toBe(404);
  expect((await desk.post("/staff/failed-messages", { act: "retry-mail", id: "\u0000" })).status).toBe(400);
  expect(await read(await desk.get("/staff/failed-messages"))).toContain("Failed messages");
});

test("a failed refund is settled on the order’s page, with a note on how", async () => {
  const { guest, sessionId } = await payUnheard("settled@example.com", "0777");
  await guest.get(`/checkout/done?session_id=${sessionId}`);
  const { id } = await orderOf(sessionId);
  const money = { amountCents: 500, itemsCents: 500, reason: "torn", state: "failed", kind: "amount" } as const;
  const { id: refundId } = await db().refund.create({
    data: { orderId: id, ...money, idempotencyKey: `settled-${id}`, createdAt: new Date() },
  });
  const desk = await staff();
  const path = `/staff/orders/${id}`;
  expect(await read(await desk.get(path))).toMatch(/The refund of \$5\.00 requested .* failed\..* Mark as settled/);
  const silent = await desk.post(path, { act: "settle-refund", refundId, how: "" });
  expect(silent.status).toBe(400);
  expect(await read(silent)).toContain("Enter how the buyer got the money.");
  const settled = await desk.post(path, { act: "settle-refund", refundId, how: "By check" });
  expect(settled.headers.get("Location")).toBe(`${path}?done=refund-settled`);
  const text = await read(await desk.get(`${path}?done=refund-settled`));
  expect(text).toContain("Marked as settled. The timeline shows how.");
  expect(text).toContain("how: By check");
  expect(text).not.toContain("Mark as settled");
});
