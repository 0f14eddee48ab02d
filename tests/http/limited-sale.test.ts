import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

const ebook = "iv-therapeutics.ebook";
const sale = "iv-therapeutics-sale";

let shop: RunningShop;
let second: string;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  second = await shop.addProcess();
});
afterAll(() => shop.close());

/** A fresh sale with this many units, regardless of earlier tests. */
async function saleOf(units: number, perCustomer: number | null = null) {
  await db().stockHold.updateMany({ where: { stockId: sale }, data: { state: "released" } });
  await db().stockCustomer.deleteMany({ where: { stockId: sale } });
  await db().stock.update({ where: { id: sale }, data: { taken: 0, capacity: units, perCustomer } });
}
beforeEach(() => saleOf(10));

const stockOf = () => db().stock.findUniqueOrThrow({ where: { id: sale } });
const orderOf = (sessionId: string) => db().order.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
const pay = (sessionId: string) => shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
const untilState = (sessionId: string, state: string) =>
  until(async () => expect((await orderOf(sessionId)).state).toBe(state));

/** Moves a hold's end into the past, as if it had expired. */
const endHold = (orderId: string) =>
  db().stockHold.updateMany({ where: { orderId }, data: { endsAt: new Date(Date.now() - 1000) } });

async function shopper(quantity = 1, at = shop.url) {
  const guest = visitor(shop.url, at);
  await guest.add(ebook, quantity);
  return guest;
}

test("40 parallel checkouts for the last 10 sale units across two processes: exactly 10 at the sale price", async () => {
  const guests = await Promise.all(Array.from({ length: 40 }, (_, index) => shopper(1, index % 2 ? second : shop.url)));
  const answers = await Promise.all(
    guests.map((guest, index) => guest.checkOut({ email: `crowd${index}@example.com`, agreedCents: 9950 })),
  );
  const started = answers.filter(({ status }) => status === 303);
  const refused = answers.filter(({ status }) => status === 409);
  expect([started.length, refused.length]).toEqual([10, 30]);
  expect(await stockOf()).toMatchObject({ taken: 10, capacity: 10 });
  expect(await (await visitor(shop.url).get("/courses/iv-therapeutics")).text()).toContain(
    "Sold out at the sale price",
  );
  const sessions = started.map(sessionIdIn);
  await Promise.all(sessions.map(pay));
  for (const session of sessions) await untilState(session, "paid");
  const portions = await db().orderPortion.findMany({
    where: {
      adjustments: { some: { promotionId: sale } },
      orderLine: { order: { state: "paid", stripeSessionId: { in: sessions } } },
    },
  });
  expect(portions.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(10);
  expect(portions.every(({ quantity, totalCents }) => totalCents === 9950 * quantity)).toBe(true);
  // The others are offered the regular price and charged it only after they agree.
  const agreed = await guests[answers.findIndex(({ status }) => status === 409)]?.checkOut({
    email: "agrees@example.com",
    agreedCents: 12900,
  });
  expect(agreed && (await orderOf(sessionIdIn(agreed))).totalCents).toBe(12900);
});

test("SCENARIO 2: with a customer limit of 2, ten parallel checkouts of 1 get at most 2 at the sale price", async () => {
  await saleOf(10, 2);
  const guests = await Promise.all(Array.from({ length: 10 }, () => shopper()));
  await Promise.all(guests.map((guest) => guest.checkOut({ email: "same@example.com", agreedCents: 9950 })));
  const holds = await db().stockHold.findMany({
    where: { stockId: sale, customerKey: "same@example.com", state: "held" },
  });
  expect(holds.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(2);
  expect((await stockOf()).taken).toBe(holds.reduce((sum, { units }) => sum + units, 0));
});

test("SCENARIO 4: with one unit left and three in the cart, the split is shown before payment and charged as shown", async () => {
  await saleOf(1);
  const guest = await shopper(3);
  const page = await (await guest.get("/checkout")).text();
  expect(page).toContain("$357.50");
  const answer = await guest.checkOut({ email: "split@example.com", agreedCents: 35750 });
  const order = await db().order.findUniqueOrThrow({
    where: { stripeSessionId: sessionIdIn(answer) },
    include: { lines: { include: { portions: { orderBy: { position: "asc" } } } } },
  });
  expect(order.totalCents).toBe(35750);
  expect(order.lines[0]?.portions.map((portion) => [portion.quantity, portion.totalCents])).toEqual([
    [1, 9950],
    [2, 25800],
  ]);
});

test("SCENARIO 5: a hold past its end counts for nothing, even if no one has swept it", async () => {
  await saleOf(1);
  const first = await shopper();
  const { id } = await orderOf(sessionIdIn(await first.checkOut({ email: "first@example.com", agreedCents: 9950 })));
  const late = await shopper();
  expect((await late.checkOut({ email: "second@example.com", agreedCents: 9950 })).status).toBe(409);
  await endHold(id);
  expect(await (await late.get("/courses/iv-therapeutics")).text()).toContain("$99.50");
  sessionIdIn(await late.checkOut({ email: "second@example.com", agreedCents: 9950 }));
  expect(await stockOf()).toMatchObject({ taken: 1, capacity: 1 });
});

test("PRICING 6: a payment after the hold's end is honored while units remain", async () => {
  await saleOf(2);
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "late@example.com", agreedCents: 9950 }));
  await endHold((await orderOf(sessionId)).id);
  const other = await shopper();
  await other.checkOut({ email: "other@example.com", agreedCents: 9950 });
  await pay(sessionId);
  await untilState(sessionId, "paid");
  expect((await stockOf()).taken).toBe(2);
});

test("PRICING 6: a payment after the hold's end is refunded once the units are gone, and the shopper gets an e-mail", async () => {
  await saleOf(1);
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "toolate@example.com", agreedCents: 9950 }));
  await endHold((await orderOf(sessionId)).id);
  const quicker = await shopper();
  const sold = sessionIdIn(await quicker.checkOut({ email: "quicker@example.com", agreedCents: 9950 }));
  await pay(sold);
  await untilState(sold, "paid");
  await pay(sessionId);
  await untilState(sessionId, "refunded");
  const order = await orderOf(sessionId);
  expect(order.number).toBeNull();
  expect(await db().refund.findMany({ where: { orderId: order.id } })).toMatchObject([
    { amountCents: 9950, state: "succeeded" },
  ]);
  expect(await stockOf()).toMatchObject({ taken: 1, capacity: 1 });
  const messages = await db().outboxMessage.findMany({ where: { kind: "late-payment-refunded" } });
  expect(JSON.stringify(messages)).toContain(order.id);
  const done = await guest.get(`/checkout/done?session_id=${sessionId}`);
  expect(await (await guest.get(done.headers.get("Location") ?? "")).text()).toContain("The full amount was refunded");
});

test("a failed refund of a late payment is left to staff and doesn't delay the others", async () => {
  await saleOf(1);
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "unlucky@example.com", agreedCents: 9950 }));
  await endHold((await orderOf(sessionId)).id);
  const quicker = await shopper();
  await quicker.checkOut({ email: "lucky@example.com", agreedCents: 9950 });
  await shop.control("refunds", { mode: "pending" });
  await pay(sessionId);
  await untilState(sessionId, "refunding");
  const { id } = await orderOf(sessionId);
  const refund = await until(async () => {
    const row = await db().refund.findFirstOrThrow({ where: { orderId: id, stripeRefundId: { not: null } } });
    expect(row.state).toBe("pending");
    return row;
  });
  await shop.control("refunds", { mode: "succeed" });
  await shop.control(`refunds/${refund.stripeRefundId}/settle`, { outcome: "failed" });
  await untilState(sessionId, "attention");
  expect((await db().refund.findUniqueOrThrow({ where: { id: refund.id } })).state).toBe("failed");
});

test("PRICING 10 and SCENARIO 18: a free order skips Stripe, uses up the limit, and gives access", async () => {
  await saleOf(5, 1);
  const { terms } = await db().promotion.findUniqueOrThrow({ where: { id: sale } });
  await db().promotion.update({
    where: { id: sale },
    data: { terms: { ...(terms as object), price: { kind: "price", cents: 0 } } },
  });
  const guest = await shopper();
  const answer = await guest.checkOut({ email: "free@example.com", agreedCents: 0 });
  await db().promotion.update({ where: { id: sale }, data: { terms: terms as object } });
  const back = await guest.get(answer.headers.get("Location") ?? "");
  expect(back.headers.get("Location")).toMatch(/^\/orders\//);
  const order = await db().order.findFirstOrThrow({ where: { email: "free@example.com" } });
  expect(order).toMatchObject({ state: "paid", totalCents: 0, stripeSessionId: null });
  expect(order.number).not.toBeNull();
  expect(await db().enrollment.count({ where: { orderId: order.id } })).toBe(1);
  expect((await stockOf()).taken).toBe(1);
});

test("SCENARIO 10: a sale that ends while the shopper is on the payment page is honored", async () => {
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "during@example.com", agreedCents: 9950 }));
  const { endsAt } = await db().promotion.findUniqueOrThrow({ where: { id: sale } });
  await db().promotion.update({ where: { id: sale }, data: { endsAt: new Date() } });
  await pay(sessionId);
  await untilState(sessionId, "paid");
  const afterwards = await shopper();
  expect((await afterwards.checkOut({ email: "after@example.com", agreedCents: 9950 })).status).toBe(409);
  await db().promotion.update({ where: { id: sale }, data: { endsAt } });
});

test("SCENARIO 7: after a declined card, the retry uses the same payment page and hold", async () => {
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "declined@example.com", agreedCents: 9950 }));
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "declined" });
  expect((await stockOf()).taken).toBe(1);
  await pay(sessionId);
  await untilState(sessionId, "paid");
  expect((await stockOf()).taken).toBe(1);
});

test("kill -9 between payment and webhook, then a restart: the order is fulfilled without anyone's help", async () => {
  const guest = await shopper();
  const sessionId = sessionIdIn(await guest.checkOut({ email: "killed@example.com", agreedCents: 9950 }));
  await shop.control("webhooks", { mode: "drop" });
  await shop.kill();
  await pay(sessionId);
  expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
  await shop.restart();
  await untilState(sessionId, "paid");
  expect((await stockOf()).taken).toBe(1);
});

test("kill -9 in the middle of twenty checkouts: everything acknowledged is there, and the figures stay consistent", async () => {
  const guests = await Promise.all(Array.from({ length: 20 }, () => shopper()));
  const running = guests.map((guest, index) =>
    guest.checkOut({ email: `middle${index}@example.com`, agreedCents: 9950 }).catch(() => undefined),
  );
  // In a crowd, some are told to look at a changed total first.
  await Promise.any(running.map(async (answer) => expect((await answer)?.status).toBe(303)));
  await shop.kill();
  const answers = await Promise.all(running);
  await shop.restart();
  for (const answer of answers) if (answer?.status === 303) expect(await orderOf(sessionIdIn(answer))).toBeTruthy();
  const { taken, capacity } = await stockOf();
  const holds = await db().stockHold.aggregate({ where: { stockId: sale, state: "held" }, _sum: { units: true } });
  expect(taken).toBe(holds._sum.units ?? 0);
  expect(taken).toBeLessThanOrEqual(capacity);
});
