import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginPayment } from "~/checkout/order/begin-payment.server";
import { dayIn } from "~/core/dates";
import { CartId } from "~/core/ids";
import { cents } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { findPayment } from "./find.server";

// No webhook reaches this shop: Stripe has payments that its orders don't know about.
let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
afterEach(() => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" }));

const control = async (path: string, body: object) => {
  const answer = await fetch(`${standIn.url}/_control/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([200, ""]);
};
const today = dayIn(new Date(), "America/Chicago");

/** A payment at Stripe, with its ids there. */
async function pay(sessionId: string, last4: string) {
  await control(`sessions/${sessionId}/pay`, { outcome: "paid", card: { brand: "visa", last4 } });
  const session = await stripe().checkout.sessions.retrieve(sessionId, { expand: ["payment_intent"] });
  const intent = session.payment_intent;
  if (!intent || typeof intent === "string") throw new Error("not expanded");
  return { sessionId, intentId: intent.id, chargeId: String(intent.latest_charge), amount: cents(intent.amount) };
}

async function order() {
  const cartId = newSecret();
  const lines = { create: { courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: new Date() } };
  await db().cart.create({ data: { id: cartId, updatedAt: new Date(), lines } });
  const request = {
    email: `${newSecret()}@example.com`,
    certificateName: "Ada Lim",
    purpose: "self" as const,
    seats: [],
    agreedCents: cents(100_000),
  };
  expect(await beginPayment(CartId.parse(cartId), request, { clientAddress: "::1" })).toMatchObject({ ok: true });
  const { id, stripeSessionId } = await db().order.findFirstOrThrow({ where: { cartId } });
  return { id, sessionId: stripeSessionId ?? "" };
}

/** A payment page on the same account for something not ordered here. */
async function elsewhere() {
  const { id } = await stripe().checkout.sessions.create({
    ...{ mode: "payment", ui_mode: "hosted_page", success_url: "http://localhost/done" },
    line_items: [
      { quantity: 1, price_data: { currency: "usd", unit_amount: 4321, product_data: { name: "A workshop" } } },
    ],
  });
  return id;
}

test("a payment without a webhook leads to its order, by each id and by the bank's statement", async () => {
  const { id, sessionId } = await order();
  const { intentId, chargeId, amount } = await pay(sessionId, "0341");
  const orders = { ok: true, value: { kind: "orders", orderIds: [id] } };
  for (const clue of [sessionId, intentId, chargeId])
    expect(await findPayment({ kind: "id", id: clue })).toEqual(orders);
  expect(await findPayment({ kind: "card", last4: "0341", cents: amount, day: today })).toEqual(orders);
  expect((await db().order.findUniqueOrThrow({ where: { id } })).state).toBe("awaiting_payment");
});

test("our own orders are searched while Stripe is down; otherwise staff see that it is down", async () => {
  const { id, sessionId } = await order();
  const facts = {
    cardLast4: "0777",
    receivedCents: 9950,
    number: 4711,
    paidAt: new Date(),
    stripeChargeId: "ch_known",
  };
  await db().order.update({ where: { id }, data: facts });
  await control("fail", { method: "GET", path: "/v1/*", times: 50, status: 503 });
  const orders = { ok: true, value: { kind: "orders", orderIds: [id] } };
  expect(await findPayment({ kind: "id", id: sessionId })).toEqual(orders);
  expect(await findPayment({ kind: "id", id: "ch_known" })).toEqual(orders);
  expect(await findPayment({ kind: "card", last4: "0777", cents: cents(9950), day: today })).toEqual(orders);
  expect(await findPayment({ kind: "id", id: "ch_unknown" })).toEqual({ ok: false, problem: "unreachable" });
});

test("a payment on this account for none of our orders is reported as such, and so is one that can't be found", async () => {
  const { sessionId, intentId, chargeId, amount } = await pay(await elsewhere(), "0999");
  const notOurs = { ok: true, value: { kind: "not-ours" } };
  for (const id of [sessionId, intentId, chargeId]) expect(await findPayment({ kind: "id", id })).toEqual(notOurs);
  expect(await findPayment({ kind: "card", last4: "0999", cents: amount, day: today })).toEqual(notOurs);
  const nothing = { ok: true, value: { kind: "nothing" } };
  for (const id of ["cs_test_none", "pi_none", "ch_none"])
    expect(await findPayment({ kind: "id", id })).toEqual(nothing);
  expect(await findPayment({ kind: "card", last4: "0998", cents: amount, day: today })).toEqual(nothing);
  expect(await findPayment({ kind: "card", last4: "0999", cents: amount, day: "2026-01-01" })).toEqual(nothing);
});
