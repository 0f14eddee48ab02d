import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import type { RunningShop } from "../support/shop/running-shop";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { openShop, orderOf, receiptsOf, sale, salePrice, sellToSomeoneElse, startPayment, untilState } from "./shop";

const preload = `--import=${pathToFileURL(resolve("tests/support/shop/shifted-clock.mjs"))}`;

let shop: RunningShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

for (const minutes of [10, -10])
  fault(
    "the clock is 10 minutes off",
    `${minutes} minutes: units are held and sold by the database's clock`,
    async () => {
      await shop.kill();
      await shop.restart({ NODE_OPTIONS: preload, SHIFT_SECONDS: String(minutes * 60) });
      const { sessionId } = await startPayment(shop, `clock${minutes}@example.com`);
      const { id, endsAt } = await orderOf(sessionId);
      const held = endsAt.getTime() - Date.now();
      expect(held).toBeGreaterThan(28 * 60_000);
      expect(held).toBeLessThan(34 * 60_000);
      // With a clock ahead, webhooks look stale and are refused, so the sweep fulfills the order.
      await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
      await untilState(sessionId, "paid");
      expect(await receiptsOf(id)).toHaveLength(1);
      await expectSound();
    },
  );

fault(
  "a payment after the hold's end",
  "if its units are gone, it is refunded in full, and the shopper gets an e-mail",
  async () => {
    await shop.kill();
    await shop.restart();
    const first = await startPayment(shop, "late-one@example.com");
    const { id } = await orderOf(first.sessionId);
    await sellToSomeoneElse(shop, id);
    await shop.control(`sessions/${first.sessionId}/pay`, { outcome: "paid" });
    await untilState(first.sessionId, "refunded");
    expect(await db().outboxMessage.count({ where: { kind: "late-payment-refunded", orderId: id } })).toBe(1);
    const { data } = await stripe().refunds.list({ limit: 10 });
    expect(data.map(({ amount }) => amount)).toEqual([salePrice]);
    await expectSound();
  },
);

fault("a payment after the hold's end", "honored while units remain", async () => {
  await db().stock.update({ where: { id: sale }, data: { capacity: { increment: 5 } } });
  const { sessionId } = await startPayment(shop, "late-two@example.com");
  const { id } = await orderOf(sessionId);
  await db().stockHold.updateMany({ where: { orderId: id }, data: { endsAt: new Date(Date.now() - 1000) } });
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  await expectSound();
});
