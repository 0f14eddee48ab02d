import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CartId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import type { CheckoutRequest } from "../form/schema";
import { completeFreeOrder } from "../settle/record-payment.server";
import { beginPayment } from "./begin-payment.server";
import { openPaymentPage } from "./payment-page.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
afterEach(() => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" }));

const sale = "iv-therapeutics-sale";
const minute = 60_000;
const agreement = { agreedCents: 9950 };
const requestOf = (email: string): CheckoutRequest => ({
  ...{ email, certificateName: "Ada Lim", purpose: "self", seats: [], agreedCents: 9950 },
});
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id }, include: { holds: true } });

/** A cart with one sale unit, taken to payment; then its order is set back to as if placed this many minutes ago with no
 *  payment page opened for it. */
async function placed(minutesAgo: number) {
  const cartId = newSecret();
  const email = `${newSecret()}@example.com`;
  const at = new Date();
  await db().cart.create({
    data: {
      id: cartId,
      updatedAt: at,
      lines: { create: { courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: at } },
    },
  });
  expect(await beginPayment(CartId.parse(cartId), requestOf(email), { clientAddress: "::1" })).toMatchObject({
    ok: true,
  });
  const { id, endsAt: first } = await db().order.findFirstOrThrow({ where: { cartId } });
  const endsAt = new Date(first.getTime() - minutesAgo * minute);
  await db().stockHold.updateMany({ where: { orderId: id }, data: { endsAt } });
  const unopened = { stripeSessionId: null, stripeSessionUrl: null, idempotencyKey: newSecret() };
  await db().order.update({ where: { id }, data: { ...unopened, endsAt, cartId } });
  return { id, cartId, email, endsAt };
}

/** Nothing was stored for Stripe yet. */
const forgetParameters = (id: string) =>
  db().$executeRaw`UPDATE "Order" SET "sessionParameters" = NULL WHERE "id" = ${id}`;

test.each([0, 5, 25])(
  "PAYMENTS 1: a payment page that is opened %i minutes after its order was placed opens, and the holds end no earlier than it",
  async (minutesAgo) => {
    const { id } = await placed(minutesAgo);
    await forgetParameters(id);
    expect(await openPaymentPage(id, agreement)).toMatchObject({ ok: true });
    const order = await orderOf(id);
    const session = await stripe().checkout.sessions.retrieve(order.stripeSessionId ?? "");
    expect(session.status).toBe("open");
    const ends = session.expires_at * 1000;
    expect(Math.floor(order.endsAt.getTime() / 1000) * 1000).toBe(ends);
    for (const hold of order.holds) expect(hold.endsAt.getTime()).toBeGreaterThanOrEqual(ends);
  },
);

test("PAYMENTS 2: two tabs that open an order's payment page late get the same page, with the same end", async () => {
  const { id } = await placed(5);
  await forgetParameters(id);
  const opened = await Promise.all([1, 2, 3].map(() => openPaymentPage(id, agreement)));
  expect(opened.every(({ ok }) => ok)).toBe(true);
  expect(new Set(opened.map((answer) => (answer.ok ? answer.value : ""))).size).toBe(1);
});

test("holds that were reclaimed for others are not extended: the order expires, and the same click starts over", async () => {
  const { id, cartId, email } = await placed(5);
  await forgetParameters(id);
  await db().stockHold.updateMany({ where: { orderId: id }, data: { state: "lapsed" } });
  await db().stock.update({ where: { id: sale }, data: { taken: { decrement: 1 } } });
  await db().stockCustomer.updateMany({
    where: { stockId: sale, customerKey: email.toLowerCase() },
    data: { taken: 0 },
  });
  expect(await beginPayment(CartId.parse(cartId), requestOf(email), { clientAddress: "::1" })).toMatchObject({
    ok: true,
  });
  expect((await orderOf(id)).state).toBe("expired");
  expect(await db().order.count({ where: { cartId, state: "awaiting_payment" } })).toBe(1);
});

test("parameters stored by a killed process, now too old for Stripe, still lead to a payment page", async () => {
  const { id, cartId, email } = await placed(5);
  const { sessionParameters } = await orderOf(id);
  const old = Math.floor(Date.now() / 1000) + 26 * 60;
  await db().order.update({
    where: { id },
    data: { sessionParameters: { ...(sessionParameters as object), expires_at: old } },
  });
  expect(await beginPayment(CartId.parse(cartId), requestOf(email), { clientAddress: "::1" })).toMatchObject({
    ok: true,
  });
  expect((await orderOf(id)).state).toBe("expired");
});

test("PRICING 10: a free order whose units are gone expires with a message and no refund of $0.00", async () => {
  const { id } = await placed(0);
  await db().order.update({ where: { id }, data: { itemsCents: 0, totalCents: 0 } });
  await db().stockHold.updateMany({ where: { orderId: id }, data: { state: "lapsed" } });
  const { capacity, taken } = await db().stock.findUniqueOrThrow({ where: { id: sale } });
  await db().stock.update({ where: { id: sale }, data: { capacity: taken } });
  expect(await completeFreeOrder(id)).toBe("gone");
  await db().stock.update({ where: { id: sale }, data: { capacity } });
  expect((await orderOf(id)).state).toBe("expired");
  expect(await db().refund.count({ where: { orderId: id } })).toBe(0);
});

/** Changes the parameters stored for Stripe. */
async function changeParameters(id: string, change: object) {
  const { sessionParameters } = await orderOf(id);
  await db().order.update({
    where: { id },
    data: { sessionParameters: { ...(sessionParameters as object), ...change } },
  });
}

test.each([
  { story: "another amount", change: { line_items: [{ quantity: 1, price_data: priceOf(9951) }] } },
  { story: "another order", change: { client_reference_id: "another-order" } },
])("a payment page with $story is closed, and its URL is not stored", async ({ change }) => {
  const { id } = await placed(0);
  await changeParameters(id, change);
  expect(await openPaymentPage(id, agreement)).toEqual({ ok: false, problem: { kind: "payment-unavailable" } });
  const order = await orderOf(id);
  expect(order).toMatchObject({ state: "expired", stripeSessionUrl: null, itemsCents: 9950, totalCents: 9950 });
  expect((await stripe().checkout.sessions.retrieve(order.stripeSessionId ?? "")).status).toBe("expired");
});

function priceOf(unit_amount: number) {
  return { currency: "usd", unit_amount, product_data: { name: "IV Therapeutics (eBook)" } };
}

test("a payment page that costs more than the shopper agreed to is closed, and its URL is not stored", async () => {
  const { id } = await placed(0);
  expect(await openPaymentPage(id, { agreedCents: 9949 })).toMatchObject({ problem: { kind: "price-changed" } });
  expect(await orderOf(id)).toMatchObject({ state: "expired", stripeSessionUrl: null });
});
