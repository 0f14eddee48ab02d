import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CartId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { beginPayment } from "../order/begin-payment.server";
import { openPaymentPage } from "../order/payment-page.server";
import { closeUnpaidOrder } from "./close-unpaid.server";
import { expireWithoutPage } from "./expire-order.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
const repair = () => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
afterEach(repair);

const fail = (fault: { method: string; path: string; status: number }) =>
  fetch(`${standIn.url}/_control/fail`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...fault, times: null }),
  });
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id } });
const atStripe = async (sessionId: string) => (await stripe().checkout.sessions.retrieve(sessionId)).status;

/** An order whose payment page is open. */
async function opened() {
  const cartId = newSecret();
  const at = new Date();
  const lines = { create: { courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: at } };
  await db().cart.create({ data: { id: cartId, updatedAt: at, lines } });
  const who = { email: `${newSecret()}@example.com`, certificateName: "Ada Lim", purpose: "self", seats: [] } as const;
  const request = { ...who, seats: [], agreedCents: 9950 };
  expect(await beginPayment(CartId.parse(cartId), request, { clientAddress: "::1" })).toMatchObject({ ok: true });
  const { id, stripeSessionId } = await db().order.findFirstOrThrow({ where: { cartId } });
  return { id, sessionId: stripeSessionId ?? "" };
}

test("if Stripe closes the page but then can't be reached, the order stays open until it can be", async () => {
  const { id, sessionId } = await opened();
  await fail({ method: "GET", path: "/v1/checkout/sessions/*", status: 503 });
  expect(await closeUnpaidOrder(id, "test")).toBe(false);
  expect((await orderOf(id)).state).toBe("awaiting_payment");
  await repair();
  expect(await closeUnpaidOrder(id, "test")).toBe(true);
  expect([(await orderOf(id)).state, await atStripe(sessionId)]).toEqual(["expired", "expired"]);
});

test("PRICING 6: an order whose payment page has just opened doesn't expire as if it had none", async () => {
  const { id } = await opened();
  expect(await expireWithoutPage(id, "test")).toBe(false);
  expect((await orderOf(id)).state).toBe("awaiting_payment");
  await db().order.update({ where: { id }, data: { stripeSessionId: null } });
  expect(await expireWithoutPage(id, "test")).toBe(true);
  expect((await orderOf(id)).state).toBe("expired");
});

test("PRICING 6: if this tab can't open the page that another tab is closing, the page is closed at Stripe first, then the order", async () => {
  const { id, sessionId } = await opened();
  await db().order.update({ where: { id }, data: { stripeSessionUrl: null, idempotencyKey: newSecret() } });
  await fail({ method: "POST", path: "/v1/checkout/sessions", status: 400 });
  expect(await openPaymentPage(id, { agreedCents: 9950 })).toMatchObject({ ok: false });
  expect([(await orderOf(id)).state, await atStripe(sessionId)]).toEqual(["expired", "expired"]);
});
