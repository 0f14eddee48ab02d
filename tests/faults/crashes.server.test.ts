import { afterAll, beforeAll, expect } from "vitest";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import { startMailServer } from "../support/shop/mail-server";
import type { RunningShop } from "../support/shop/running-shop";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { openShop, orderOf, receiptsOf, sayNothingAt, sellToSomeoneElse, startPayment, untilState } from "./shop";

let shop: RunningShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const pay = (sessionId: string) => shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });

fault(
  "kill -9 after the charge, before fulfillment",
  "the shop dies while asking Stripe; after a restart, it fulfills the order once",
  async () => {
    const { sessionId } = await startPayment(shop, "charged@example.com");
    const silence = await sayNothingAt(shop, `/v1/checkout/sessions/${sessionId}`);
    await pay(sessionId);
    await silence.asked();
    expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
    await shop.kill();
    await silence.end();
    await shop.restart();
    await untilState(sessionId, "paid");
    const { id } = await orderOf(sessionId);
    expect(await db().enrollment.count({ where: { orderId: id } })).toBe(1);
    expect(await receiptsOf(id)).toHaveLength(1);
    await expectSound();
  },
);

fault(
  "kill -9 after the commit, before the e-mail",
  "the mail server is silent and the shop dies; after a restart, it sends the receipt",
  async () => {
    await shop.kill();
    const deaf = await startMailServer();
    const called = new Promise<void>((called) => {
      deaf.onConnect = () => {
        called();
        return new Promise(() => undefined);
      };
    });
    await shop.restart({ MAIL: deaf.url });
    const { sessionId } = await startPayment(shop, "silent@example.com");
    await pay(sessionId);
    await untilState(sessionId, "paid");
    await called;
    const { id } = await orderOf(sessionId);
    expect(await db().outboxMessage.count({ where: { kind: "receipt", orderId: id, sentAt: null } })).toBe(1);
    await shop.kill();
    await deaf.close();
    // Its claim expires by the database's clock; don't wait for that here.
    await db().outboxMessage.updateMany({ where: { orderId: id }, data: { nextAttemptAt: new Date(0) } });
    await shop.restart();
    expect(await receiptsOf(id)).toHaveLength(1);
    await expectSound();
  },
);

// PAYMENTS 5.
fault(
  "kill -9 between a refund's row and its call",
  "the row is committed but the call isn't made; after a restart, Stripe refunds once",
  async () => {
    const { sessionId } = await startPayment(shop, "late@example.com");
    const { id } = await orderOf(sessionId);
    const openAgain = await sellToSomeoneElse(shop, id);
    // The shop looks for the refund before requesting it, and stops there.
    const silence = await sayNothingAt(shop, "/v1/refunds");
    await pay(sessionId);
    await untilState(sessionId, "refunding");
    expect(await db().refund.findFirstOrThrow({ where: { orderId: id } })).toMatchObject({ stripeRefundId: null });
    await shop.kill();
    await silence.end();
    const { stripePaymentIntentId } = await orderOf(sessionId);
    const refunds = () => stripe().refunds.list({ payment_intent: stripePaymentIntentId ?? "" });
    expect((await refunds()).data).toHaveLength(0);
    await shop.restart();
    await untilState(sessionId, "refunded");
    expect((await refunds()).data).toHaveLength(1);
    await expectSound();
    await openAgain();
  },
);
