import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

const ebook = "iv-therapeutics.ebook";
const book = "radiation-protection-in-radiography.book_by_mail";

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

beforeEach(async () => {
  await db().shop.update({ where: { id: 1 }, data: { taxMode: "stripe" } });
  await shop.control("tax", { sessionSkewCents: 0 });
});

const orderOf = (sessionId: string) => db().order.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
const takenOfSale = async () => (await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } })).taken;

/** The stand-in's tax is 8.25% in Texas and zero in Wisconsin. */
const inTexas = { "taxPlace.country": "US", "taxPlace.state": "Texas", "taxPlace.postalCode": "78701" };
const inWisconsin = { "taxPlace.country": "US", "taxPlace.state": "WI", "taxPlace.postalCode": "53299" };

async function shopper(courseFormatId = ebook) {
  const guest = visitor(shop.url);
  await guest.add(courseFormatId);
  return guest;
}

function agreedIn(page: string): number {
  return Number(/name="agreedCents" value="(\d+)"/.exec(page)?.[1]);
}

test("the location is asked for, the first click shows the total with tax, and the second pays exactly that", async () => {
  const guest = await shopper();
  const before = await (await guest.get("/checkout")).text();
  expect(before).toContain("Your location");
  expect(before).toContain("depends on your address");
  expect(before).not.toContain('name="agreedCents"');
  const form = { email: "texas@example.com", agreedCents: 0 };
  const shown = await guest.checkOut(form, { ...inTexas, agreedCents: "" });
  expect(shown.status).toBe(200);
  const page = await shown.text();
  expect(page).toContain("Agree and pay");
  // 99.50 and 8.25% of it: 8.20875.
  expect(agreedIn(page)).toBe(9950 + 821);
  expect(await db().order.count({ where: { email: form.email } })).toBe(0);
  const sessionId = sessionIdIn(await guest.checkOut({ ...form, agreedCents: agreedIn(page) }, inTexas));
  expect(await orderOf(sessionId)).toMatchObject({ itemsCents: 9950, taxCents: 821, totalCents: 10_771 });
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await orderOf(sessionId)).state).toBe("paid"));
  const { id, receivedCents, stripeCustomerId } = await orderOf(sessionId);
  expect(receivedCents).toBe(10_771);
  expect(stripeCustomerId).toMatch(/^cus_/);
  const { postings } = await db().ledgerEntry.findFirstOrThrow({
    where: { orderId: id, kind: "payment" },
    include: { postings: true },
  });
  expect(postings.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(0);
  expect(postings.map(({ amountCents }) => amountCents)).toContain(-821);
});

test("books and their shipping are taxed by destination", async () => {
  const guest = await shopper(book);
  const address = { "address.state": "TX", "address.postalCode": "78701" };
  const shown = await guest.checkOut({ email: "mailed@example.com", agreedCents: 0 }, { ...address, agreedCents: "" });
  const agreedCents = agreedIn(await shown.text());
  const sessionId = sessionIdIn(await guest.checkOut({ email: "mailed@example.com", agreedCents }, address));
  const { itemsCents, shippingCents, taxCents, totalCents } = await orderOf(sessionId);
  expect(taxCents).toBe(Math.round(itemsCents * 0.0825) + Math.round(shippingCents * 0.0825));
  expect(totalCents).toBe(itemsCents + shippingCents + taxCents);
});

test("a double click with tax is one order, one customer, and one session", async () => {
  const guest = await shopper();
  const form = { email: "double-tax@example.com", agreedCents: 10_771 };
  const answers = await Promise.all([1, 2, 3].map(() => guest.checkOut(form, inTexas)));
  expect(new Set(answers.map(sessionIdIn)).size).toBe(1);
  expect(await db().order.count({ where: { email: form.email } })).toBe(1);
});

test("if no tax is due, the total already shown is final", async () => {
  const guest = await shopper();
  const answer = await guest.checkOut({ email: "none-due@example.com", agreedCents: 9950 }, inWisconsin);
  expect(await orderOf(sessionIdIn(answer))).toMatchObject({ taxCents: 0, totalCents: 9950 });
});

test("if Stripe's page would charge more than its preview, the page is closed, the units are released, and the new total is shown", async () => {
  const before = await takenOfSale();
  const guest = await shopper();
  await shop.control("tax", { sessionSkewCents: 3 });
  const form = { email: "skewed@example.com", agreedCents: 10_771 };
  const refused = await guest.checkOut(form, inTexas);
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain("The total has changed");
  expect(agreedIn(page)).toBe(10_774);
  expect(await takenOfSale()).toBe(before);
  const [order] = await db().order.findMany({ where: { email: form.email } });
  expect(order?.state).toBe("expired");
  const paid = sessionIdIn(await guest.checkOut({ ...form, agreedCents: 10_774 }, inTexas));
  expect(await orderOf(paid)).toMatchObject({ state: "awaiting_payment", taxCents: 824, totalCents: 10_774 });
  expect(await takenOfSale()).toBe(before + 1);
});

test("if Stripe's page charges less than its preview, the lower total is charged right away", async () => {
  const guest = await shopper();
  await shop.control("tax", { sessionSkewCents: -2 });
  const answer = await guest.checkOut({ email: "lower@example.com", agreedCents: 10_771 }, inTexas);
  const sessionId = sessionIdIn(answer);
  expect(await orderOf(sessionId)).toMatchObject({ taxCents: 819, totalCents: 10_769 });
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await orderOf(sessionId)).state).toBe("paid"));
});

test("if Stripe Tax is down, a clear message is shown, nothing is ordered, and what was typed is kept", async () => {
  const guest = await shopper();
  await shop.control("fail", { path: "/v1/tax/calculations", times: 3, status: 503 });
  const answer = await guest.checkOut({ email: "tax-down@example.com", agreedCents: 10_771 }, inTexas);
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain("We can’t calculate sales tax right now");
  expect(page).toContain('value="tax-down@example.com"');
  expect(page).toContain('value="78701"');
  expect(await db().order.count({ where: { email: "tax-down@example.com" } })).toBe(0);
  sessionIdIn(await guest.checkOut({ email: "tax-down@example.com", agreedCents: 10_771 }, inTexas));
});

test("if Stripe can't create the customer, the units are released", async () => {
  const before = await takenOfSale();
  const guest = await shopper();
  await shop.control("fail", { path: "/v1/customers", times: 3, status: 503 });
  const answer = await guest.checkOut({ email: "no-customer@example.com", agreedCents: 10_771 }, inTexas);
  expect(answer.status).toBe(503);
  expect(await takenOfSale()).toBe(before);
});

test("a location Stripe can't find is reported next to the ZIP code", async () => {
  const guest = await shopper();
  const answer = await guest.checkOut(
    { email: "place@example.com", agreedCents: 10_771 },
    { ...inTexas, "taxPlace.postalCode": "ABC" },
  );
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(/id="checkout-taxPlace\.postalCode-error"/);
});

test("if tax is switched off after the page loaded, no tax is charged, and no more than the agreed total", async () => {
  const guest = await shopper();
  await db().shop.update({ where: { id: 1 }, data: { taxMode: "none" } });
  const answer = await guest.checkOut({ email: "switched-off@example.com", agreedCents: 10_771 }, inTexas);
  expect(await orderOf(sessionIdIn(answer))).toMatchObject({ taxCents: 0, totalCents: 9950, stripeCustomerId: null });
});
