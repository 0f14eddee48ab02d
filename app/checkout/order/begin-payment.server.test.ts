import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { customerKeyOf } from "~/core/email";
import { CartId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import type { CheckoutRequest } from "../form/schema";
import { beginPayment } from "./begin-payment.server";
import { recordStartedPayment, stripeBlockedUntil } from "./payment-limits.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());
afterEach(() => fetch(`${standIn.url}/_control/fail`, { method: "DELETE" }));

const failAt = (path: string, status: number) =>
  fetch(`${standIn.url}/_control/fail`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ path, status, times: null }),
  });

const requestOf = (email: string): CheckoutRequest => ({
  ...{ email, certificateName: "Ada Lim", purpose: "self", seats: [], agreedCents: 9950 },
});

/** Creates a cart with one unit on sale and returns its id. */
async function fillCart(): Promise<string> {
  const cartId = newSecret();
  const at = new Date();
  const lines = { create: { courseFormatId: "iv-therapeutics.ebook", quantity: 1, addedAt: at } };
  await db().cart.create({ data: { id: cartId, updatedAt: at, lines } });
  return cartId;
}

test("if a signed-in customer corrects only the e-mail address, the order has the last address typed", async () => {
  const cartId = await fillCart();
  const visitor = { clientAddress: "::1", account: customerKeyOf("account@example.com") };
  const first = await beginPayment(CartId.parse(cartId), requestOf("adda@example.com"), visitor);
  const second = await beginPayment(CartId.parse(cartId), requestOf("ada@example.com"), visitor);
  expect(second).toMatchObject({ ok: true });
  expect(second).not.toEqual(first);
  const orders = await db().order.findMany({ where: { cartId }, orderBy: { createdAt: "asc" } });
  expect(orders.map(({ email, state }) => [email, state])).toEqual([
    ["adda@example.com", "expired"],
    ["ada@example.com", "awaiting_payment"],
  ]);
});

test("payment pages Stripe didn't open don't count against a network address", async () => {
  const clientAddress = "2001:db8::3";
  for (let index = 0; index < 20; index++) {
    const id = await createSampleOrder({ email: `left${index}@example.com` });
    await db().order.update({ where: { id }, data: { state: "expired" } });
    recordStartedPayment(clientAddress, id);
  }
  await failAt("/v1/checkout/sessions", 400);
  for (const email of ["down1@example.com", "down2@example.com"])
    expect(await beginPayment(CartId.parse(await fillCart()), requestOf(email), { clientAddress })).toMatchObject({
      problem: { kind: "payment-unavailable" },
    });
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  expect(
    await beginPayment(CartId.parse(await fillCart()), requestOf("up@example.com"), { clientAddress }),
  ).toMatchObject({
    ok: true,
  });
});

test("after a hundred Stripe calls for one cart there are no more, not even for tax", async () => {
  const [cartId, clientAddress] = [await fillCart(), "2001:db8::4"];
  const request: CheckoutRequest = {
    ...{ ...requestOf("texas@example.com"), agreedCents: undefined },
    taxPlace: { country: "US", state: "TX", postalCode: "78701" },
  };
  const press = () => beginPayment(CartId.parse(cartId), request, { clientAddress });
  await db().shop.update({ where: { id: 1 }, data: { taxMode: "stripe" } });
  for (let asked = 0; asked < 99; asked++)
    expect(await stripeBlockedUntil(clientAddress, CartId.parse(cartId))).toBeUndefined();
  expect(await press()).toMatchObject({ problem: { kind: "total-unseen", taxCents: 821 } });
  await failAt("/v1/tax/calculations", 400);
  expect(await press()).toMatchObject({ problem: { kind: "too-many" } });
  await db().shop.update({ where: { id: 1 }, data: { taxMode: "none" } });
});
