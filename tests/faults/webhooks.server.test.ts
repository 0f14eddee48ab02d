import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import type { RunningShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { openShop, orderOf, receiptsOf, startPayment, untilState } from "./shop";

const [oldSecret, newSecret] = ["whsec_old_secret", "whsec_new_secret"];

let shop: RunningShop;
/** Three web processes: a race within one process is not one in the database. */
const addresses: string[] = [];
beforeAll(async () => {
  // No sweep: anything fulfilled here is fulfilled in spite of the fault.
  shop = await openShop({ sweepSeconds: 0, env: { STRIPE_WEBHOOK_SECRETS: `${newSecret},${oldSecret}` } });
  await shop.control("webhooks", { secret: newSecret });
  addresses.push(shop.url, await shop.addProcess(), await shop.addProcess());
});
afterAll(() => shop.close());
afterEach(() => shop.control("webhooks", { mode: "deliver", secret: newSecret }));

const pay = (sessionId: string) => shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
const eventOf = async (type: "checkout.session.completed" | "checkout.session.expired", sessionId: string) => {
  for await (const event of stripe().events.list({ type, limit: 100 }))
    if ("id" in event.data.object && event.data.object.id === sessionId) return event;
  throw new Error(`no ${type} of ${sessionId}`);
};

/** An event as Stripe sends it, signed with this secret at this second. */
const signed = (body: string, secret: string, timestamp?: number) =>
  stripe().webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
const post = (body: string, signature: string, at = shop.url) =>
  fetch(`${at}/stripe/webhook`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", "Stripe-Signature": signature },
  });

async function expectPaidOnce(sessionId: string): Promise<void> {
  const { id } = await orderOf(sessionId);
  expect(await db().orderEvent.count({ where: { orderId: id, state: "paid" } })).toBe(1);
  expect(await db().enrollment.count({ where: { orderId: id } })).toBe(1);
  expect(await receiptsOf(id)).toHaveLength(1);
  await expectSound();
}

fault("one webhook ten times at once", "to three processes: one order, one receipt", async () => {
  await shop.control("webhooks", { mode: "drop" });
  const { sessionId } = await startPayment(shop, "ten@example.com");
  await pay(sessionId);
  const body = JSON.stringify(await eventOf("checkout.session.completed", sessionId));
  const copies = Array.from({ length: 10 }, (_, index) => addresses[index % 3]);
  const answers = await Promise.all(copies.map((address) => post(body, signed(body, newSecret), address)));
  expect(answers.map(({ status }) => status)).toEqual(copies.map(() => 200));
  expect((await orderOf(sessionId)).state).toBe("paid");
  await expectPaidOnce(sessionId);
});

fault("webhook and success page together", "each in a different process: one order, one receipt", async () => {
  await shop.control("webhooks", { mode: "hold" });
  const { guest, sessionId } = await startPayment(shop, "together@example.com", addresses[1]);
  await pay(sessionId);
  const { id } = await eventOf("checkout.session.completed", sessionId);
  const [page] = await Promise.all([
    guest.get(`/checkout/done?session_id=${sessionId}`),
    shop.control(`events/${id}/redeliver`, {}),
  ]);
  expect(page.status).toBe(303);
  expect((await orderOf(sessionId)).state).toBe("paid");
  await expectPaidOnce(sessionId);
});

fault("expired after completed", "a paid order stays paid, no matter which event comes last", async () => {
  const { sessionId } = await startPayment(shop, "expired-after@example.com");
  await pay(sessionId);
  await untilState(sessionId, "paid");
  const completed = await eventOf("checkout.session.completed", sessionId);
  // As Stripe would sign it: an event that says "expired" about a session that isn't.
  const body = JSON.stringify({ ...completed, id: "evt_expired_after", type: "checkout.session.expired" });
  expect((await post(body, signed(body, newSecret))).status).toBe(200);
  expect((await orderOf(sessionId)).state).toBe("paid");
  await expectPaidOnce(sessionId);
});

fault(
  "a bad, an old, and a rotated signature",
  "only events signed with our secrets just now are trusted",
  async () => {
    await shop.control("webhooks", { mode: "drop" });
    const { sessionId } = await startPayment(shop, "signature@example.com");
    await pay(sessionId);
    const body = JSON.stringify(await eventOf("checkout.session.completed", sessionId));
    const longAgo = Math.floor(Date.now() / 1000) - 301;
    for (const bad of ["", "t=1,v1=00", signed(body, "whsec_of_somebody_else"), signed(body, newSecret, longAgo)])
      expect((await post(body, bad)).status).toBe(400);
    expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
    // During a rotation, both are valid.
    expect((await post(body, signed(body, oldSecret))).status).toBe(200);
    expect((await post(body, signed(body, newSecret))).status).toBe(200);
    expect((await orderOf(sessionId)).state).toBe("paid");
    expect(await db().auditEntry.count({ where: { action: "webhook.refused" } })).toBeGreaterThan(0);
    await expectPaidOnce(sessionId);
  },
);

fault("the webhook never comes", "the sweep fulfills the order without an event", async () => {
  await shop.control("webhooks", { mode: "drop" });
  const { sessionId } = await startPayment(shop, "never@example.com");
  await pay(sessionId);
  expect((await orderOf(sessionId)).state).toBe("awaiting_payment");
  await shop.kill();
  await shop.restart({ SWEEP_SECONDS: "1" });
  await untilState(sessionId, "paid");
  await expectPaidOnce(sessionId);
  await until(async () => expect(await db().stripeEvent.count({ where: { handledAt: null } })).toBe(0));
});
