import { afterAll, beforeAll, expect, test } from "vitest";
import { openCustomerSession } from "~/accounts/customer-session.server";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
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

const takenOfSale = async () => (await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } })).taken;
const ordersOf = (email: string) => db().order.findMany({ where: { email }, orderBy: { createdAt: "asc" } });

async function shopper(quantity = 1) {
  const guest = visitor(shop.url);
  await guest.add(ebook, quantity);
  return guest;
}

const gift = {
  ...{ purpose: "gift", "recipient.name": "Kim Sø", "recipient.email": "kim@example.com" },
  "recipient.message": "For your registry,\nfrom all of us",
};

test("a double click on a gift with a message is one order and one hold", async () => {
  const before = await takenOfSale();
  const guest = await shopper();
  const form = { email: "double-gift@example.com", agreedCents: salePrice };
  const answers = await Promise.all([1, 2, 3, 4].map(() => guest.checkOut(form, gift)));
  expect(new Set(answers.map(sessionIdIn)).size).toBe(1);
  expect(await ordersOf(form.email)).toHaveLength(1);
  expect(await takenOfSale()).toBe(before + 1);
});

test("going back from the payment page and continuing unchanged is the same order", async () => {
  const guest = await shopper();
  const form = { email: "goes-back@example.com", agreedCents: salePrice };
  const first = sessionIdIn(await guest.checkOut(form));
  expect((await guest.get("/checkout")).status).toBe(200);
  expect(sessionIdIn(await guest.checkOut(form))).toBe(first);
  expect(await ordersOf(form.email)).toHaveLength(1);
});

test.each<{ story: string; change: Record<string, string> }>([
  { story: "as a gift", change: gift },
  { story: "with another message", change: { ...gift, "recipient.message": "Another" } },
  {
    story: "for a colleague",
    change: { purpose: "colleagues", "seats[0].name": "Lee Wu", "seats[0].email": "lee@example.com" },
  },
  { story: "with another name", change: { certificateName: "Ada B. Lim" } },
])("a second tab $story replaces the first: one open order, one hold", async ({ story, change }) => {
  const before = await takenOfSale();
  const guest = await shopper();
  const form = { email: `${story.replaceAll(" ", "-")}@example.com`, agreedCents: salePrice };
  const first = sessionIdIn(await guest.checkOut(form, { ...gift, "recipient.message": "As first typed" }));
  const second = sessionIdIn(await guest.checkOut(form, change));
  expect(second).not.toBe(first);
  expect((await ordersOf(form.email)).map(({ state }) => state)).toEqual(["expired", "awaiting_payment"]);
  expect(await takenOfSale()).toBe(before + 1);
});

test("a shopper paid, never came back, and submits again: the order is fulfilled once and the cart is empty", async () => {
  const guest = await shopper();
  const form = { email: "lost-way@example.com", agreedCents: salePrice };
  await shop.control("webhooks", { mode: "hold" });
  const sessionId = sessionIdIn(await guest.checkOut(form));
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  // With a different name, the older payment page is closed first, and turns out to be paid.
  const again = await guest.checkOut(form, { certificateName: "Ada B. Lim" });
  await shop.control("webhooks", { mode: "deliver" });
  expect(again.headers.get("Location")).toBe("/cart");
  const orders = await ordersOf(form.email);
  expect(orders.map(({ state }) => state)).toEqual(["paid"]);
  expect(await db().enrollment.count({ where: { orderId: orders[0]?.id } })).toBe(1);
});

test("PRICING 7: a signed-in customer's address is filled in, and every limit counts the account", async () => {
  const guest = await shopper(3);
  const customer = { customerKey: "signed.in@example.com", email: "signed.in@example.com", createdAt: new Date() };
  const { id } = await db().customer.create({ data: customer });
  const header = await transaction((tx) => openCustomerSession(tx, id, new Date()));
  const [name = "", value = ""] = (header.split(";")[0] ?? "").split("=");
  guest.cookies.set(name, value);
  expect(await (await guest.get("/checkout")).text()).toContain('value="signed.in@example.com"');
  // The receipt may go elsewhere; the sale's limit of 2 still counts the account.
  const session = sessionIdIn(
    await guest.checkOut({ email: "at.work@example.com", agreedCents: 2 * salePrice + 12_900 }),
  );
  const order = await db().order.findUniqueOrThrow({ where: { stripeSessionId: session } });
  expect(order).toMatchObject({ email: "at.work@example.com", customerKey: "signed.in@example.com" });
  await shop.control(`sessions/${session}/pay`, { outcome: "paid" });
  await until(async () => expect((await ordersOf("at.work@example.com"))[0]?.state).toBe("paid"));
  const asGuest = await shopper();
  const refused = await asGuest.checkOut({ email: "Signed.In@example.com", agreedCents: salePrice });
  expect(refused.status).toBe(409);
});

test("a gift: the recipient is the learner and gets their own e-mail; the buyer gets the receipt", async () => {
  const guest = await shopper(2);
  const form = { email: "giver@example.com", agreedCents: 2 * salePrice };
  const sessionId = sessionIdIn(await guest.checkOut(form, gift));
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await ordersOf(form.email))[0]?.state).toBe("paid"));
  const [order] = await ordersOf(form.email);
  expect(order).toMatchObject({ purpose: "gift", giftMessage: "For your registry,\nfrom all of us" });
  expect(order?.termsVersion).toMatch(/^\d{4}-\d\d-\d\d$/);
  const units = await db().enrollment.findMany({ where: { orderId: order?.id }, orderBy: { unit: "asc" } });
  expect(units.map(({ participantName, participantKey }) => [participantName, participantKey])).toEqual([
    ["Kim Sø", "kim@example.com"],
    [null, null],
  ]);
  const mails = await db().outboxMessage.findMany({ where: { orderId: order?.id }, orderBy: { kind: "asc" } });
  expect(mails.map(({ kind, payload }) => [kind, payload])).toEqual([
    ["access", { orderId: order?.id, email: "kim@example.com" }],
    ["receipt", { orderId: order?.id }],
  ]);
});

test("a machine that keeps holding sale units under new carts and addresses without paying is told when to try again", async () => {
  const people = Array.from({ length: 22 }, (_, index) => `machine${index}@example.com`);
  for (const email of people) sessionIdIn(await (await shopper()).checkOut({ email, agreedCents: salePrice }));
  await db().order.updateMany({ where: { email: { in: people } }, data: { state: "expired" } });
  const answer = await (await shopper()).checkOut({ email: "machine99@example.com", agreedCents: salePrice });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(60);
  expect(await answer.text()).toMatch(/you can start another at .* Nothing was charged/);
  expect(await db().order.count({ where: { email: "machine99@example.com" } })).toBe(0);
  // Once enough of the others have paid, it counts as a hospital.
  await db().order.updateMany({ where: { email: { in: people.slice(0, 8) } }, data: { state: "paid" } });
  sessionIdIn(await (await shopper()).checkOut({ email: "nurse@example.com", agreedCents: salePrice }));
});
