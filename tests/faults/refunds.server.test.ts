import { afterAll, beforeAll, expect } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { db } from "~/platform/db/client.server";
import { stripe } from "~/platform/stripe.server";
import type { RunningShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { visitor } from "../support/visitor";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { openShop, orderOf, salePrice, startPayment, untilFaultTaken, untilState } from "./shop";

let shop: RunningShop;
let [ines, omar]: ReturnType<typeof visitor>[] = [];
beforeAll(async () => {
  shop = await openShop();
  // Each at a different web process.
  ines = await signIn("ines@example.com", shop.url);
  omar = await signIn("omar@example.com", await shop.addProcess());
});
afterAll(() => shop.close());

async function signIn(email: string, at: string) {
  const browser = visitor(shop.url, at);
  await browser.post("/staff/sign-in", await createStaffMember({ email, name: email }));
  return browser;
}

async function buy(email: string) {
  const { sessionId } = await startPayment(shop, email);
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  return { sessionId, order: await orderOf(sessionId) };
}

/** The second step of a refund, as the first one rendered it. */
async function review(staff: ReturnType<typeof visitor> | undefined, orderId: string) {
  const path = `/staff/orders/${orderId}/refund`;
  const page = await staff?.post(path, { kind: "full", reason: "twice", access: "ends", step: "review" });
  const fields = [...((await page?.text()) ?? "").matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const form = Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value]));
  return () => staff?.post(path, { ...form, step: "confirm" });
}

fault("two staff refund at the same time", "one refund is made, and the other staff member sees that", async () => {
  const { sessionId, order } = await buy("twice@example.com");
  const [one, other] = [await review(ines, order.id), await review(omar, order.id)];
  const answers = await Promise.all([one(), other()]);
  expect(answers.map((answer) => answer?.status).sort()).toEqual([303, 409]);
  await untilState(sessionId, "refunded");
  const { data } = await stripe().refunds.list({ payment_intent: order.stripePaymentIntentId ?? "" });
  expect(data.map(({ amount }) => amount)).toEqual([salePrice]);
  await expectSound();
});

fault("a dispute after a refund", "it appears to staff, and the books have both", async () => {
  const { sessionId, order } = await buy("disputed@example.com");
  await (await review(ines, order.id))();
  await untilState(sessionId, "refunded");
  await shop.control(`charges/${order.stripeChargeId}/dispute`, { reason: "credit_not_processed" });
  await until(async () => expect(await db().dispute.count({ where: { orderId: order.id } })).toBe(1));
  expect(await (await ines?.get("/staff/disputes"))?.text()).toContain("disputed@example.com");
  const disputed = { kind: "dispute" as const, orderId: order.id };
  await until(async () => expect(await db().ledgerEntry.count({ where: disputed })).toBe(1));
  expect((await orderOf(sessionId)).state).toBe("refunded");
  await expectSound();
});

fault(
  "a refund before completion",
  "paid and refunded before the shop learns of either: both are in the books, in order",
  async () => {
    await shop.control("webhooks", { mode: "hold" });
    const { sessionId } = await startPayment(shop, "before@example.com");
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    const { payment_intent } = await stripe().checkout.sessions.retrieve(sessionId);
    await shop.control(`charges/${payment_intent}/refund`, {});
    // The newest event comes first.
    await shop.control("webhooks/flush", { order: "newest-first" });
    await shop.control("webhooks", { mode: "deliver" });
    await untilState(sessionId, "refunded");
    const { id } = await orderOf(sessionId);
    const moves = await db().orderEvent.findMany({ where: { orderId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    expect(moves.map(({ state }) => state)).toEqual(["awaiting_payment", "paid", "refunding", "refunded"]);
    expect(await db().refund.findMany({ where: { orderId: id } })).toMatchObject([
      { kind: "outside", state: "succeeded" },
    ]);
    await expectSound();
  },
);

// This test is last because it moves the stand-in's clock.
fault(
  "a stored 500 is replayed",
  "a refund waits until Stripe forgets the stored response, and is then made once",
  async () => {
    const { sessionId, order } = await buy("stored@example.com");
    const refunds = () => stripe().refunds.list({ payment_intent: order.stripePaymentIntentId ?? "" });
    await shop.control("fail", { path: "/v1/refunds", status: 500 });
    // Changes nothing; counts retries that get the same response.
    await shop.control("fail", { path: "/v1/refunds", delayMs: 1, times: 2 });
    await (await review(ines, order.id))();
    await untilFaultTaken(shop, "/v1/refunds");
    expect((await refunds()).data).toEqual([]);
    expect(await db().refund.findMany({ where: { orderId: order.id } })).toMatchObject([{ state: "requested" }]);
    await shop.control("clock", { advanceSeconds: 24 * 60 * 60 });
    await untilState(sessionId, "refunded");
    expect((await refunds()).data.map(({ amount }) => amount)).toEqual([salePrice]);
    await expectSound();
  },
);
