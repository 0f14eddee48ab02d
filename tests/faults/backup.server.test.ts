import { afterAll, beforeAll, expect } from "vitest";
import { closeDatabase, db } from "~/platform/db/client.server";
import { takeBackup } from "../support/database/database-copy";
import type { RunningShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { fault } from "./fault";
import { expectLedgerToAgree, expectStockToAddUp } from "./invariants";
import { openShop, orderOf, receiptsOf, startPayment, untilState } from "./shop";

let shop: RunningShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

fault(
  "a backup is restored, then swept",
  "payments made since are fulfilled again, and staff are alerted to those the backup doesn't have",
  async () => {
    const known = await startPayment(shop, "known@example.com");
    await shop.kill();
    await closeDatabase();
    const restore = await takeBackup(process.env.DATABASE_URL ?? "");
    await shop.restart();
    const unknown = await startPayment(shop, "unknown@example.com");
    for (const { sessionId } of [known, unknown]) {
      await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
      await untilState(sessionId, "paid");
    }
    await shop.kill();
    await closeDatabase();
    await restore();
    expect((await orderOf(known.sessionId)).state).toBe("awaiting_payment");
    await shop.restart();

    await untilState(known.sessionId, "paid");
    const { id } = await orderOf(known.sessionId);
    expect(await receiptsOf(id)).toHaveLength(1);
    // Money without an order: staff are alerted once, with the id to look up at Stripe.
    const alert = { kind: "staff-alert", id: `unknown-payment:${unknown.sessionId}` };
    await until(async () => expect(await db().outboxMessage.count({ where: alert })).toBe(1));
    // The lost order stays lost, but its cents are in the books as unexplained.
    await expectLedgerToAgree();
    await expectStockToAddUp();
  },
);
