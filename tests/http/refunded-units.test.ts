import { afterAll, beforeAll, expect, test } from "vitest";
import { portionOf } from "~/orders/snapshot";
import { db } from "~/platform/db/client.server";
import { calculateRefund } from "~/promotions/pricing/refund-shares";
import { coupon, makePromotion } from "../support/promotions/make-promotion";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
});
afterAll(() => shop.close());

const orderOf = (sessionId: string) =>
  db().order.findUniqueOrThrow({
    where: { stripeSessionId: sessionId },
    include: { lines: { include: { portions: { include: { adjustments: true }, orderBy: { position: "asc" } } } } },
  });

async function buy(courseFormatId: string, quantity: number, agreedCents: number, email: string, code?: string) {
  const guest = visitor(shop.url);
  await guest.add(courseFormatId, quantity);
  if (code) await guest.post("/cart", { intent: "enter-code", code });
  const sessionId = sessionIdIn(await guest.checkOut({ email, agreedCents }));
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await until(async () => expect((await orderOf(sessionId)).state).toBe("paid"));
  return orderOf(sessionId);
}

/** Commits a refund and waits until the shop's sweep has Stripe's response. */
async function refund(orderId: string, amountCents: number) {
  const row = {
    orderId,
    amountCents,
    itemsCents: amountCents,
    reason: "test",
    idempotencyKey: crypto.randomUUID(),
    createdAt: new Date(),
  };
  const { id } = await db().refund.create({ data: row });
  return until(async () => {
    const { state } = await db().refund.findUniqueOrThrow({ where: { id } });
    expect(["succeeded", "failed"]).toContain(state);
    return state;
  });
}

test("SCENARIO 16: three units with $10.00 off the order, refunded one by one, return exactly what was paid, and Stripe not a cent more", async () => {
  await makePromotion({ terms: coupon({ cents: 1000 }), codes: ["TENOFF"] });
  const order = await buy("radiation-protection-in-radiography.ebook", 3, 5000, "three@example.com", "TENOFF");
  const portions = (order.lines[0]?.portions ?? []).map(portionOf);
  const shares = [0, 1, 2].map((refunded) => calculateRefund(portions, refunded, 1));
  expect(shares).toEqual([1666, 1667, 1667]);
  for (const share of shares) expect(await refund(order.id, share)).toBe("succeeded");
  expect(await refund(order.id, 1)).toBe("failed");
});

test("SCENARIO 20: a unit refunded after the sale is not sold again at the sale price, even if the sale reopens", async () => {
  const id = "iv-therapeutics-sale";
  const { endsAt } = await db().promotion.findUniqueOrThrow({ where: { id } });
  await db().stock.update({ where: { id }, data: { capacity: 1, taken: 0, perCustomer: null } });
  const order = await buy("iv-therapeutics.ebook", 1, 9950, "refunded@example.com");
  const endNow = (at: Date) => db().promotion.update({ where: { id }, data: { endsAt: at } });
  await endNow(new Date());
  expect(await refund(order.id, 9950)).toBe("succeeded");
  expect(await db().stock.findUniqueOrThrow({ where: { id } })).toMatchObject({ taken: 1, capacity: 1 });
  await endNow(endsAt);
  const late = visitor(shop.url);
  await late.add("iv-therapeutics.ebook");
  expect((await late.checkOut({ email: "late@example.com", agreedCents: 9950 })).status).toBe(409);
  expect(await (await late.get("/courses/iv-therapeutics")).text()).toContain("Sold out at the sale price");
});
