import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { atStripe, openAccount, order, refusalOf, texas } from "./account";

test("a session opens unpaid with the shop's amounts and references, and a URL", async () => {
  const { stripe } = await openAccount();
  const session = await stripe.checkout.sessions.create(
    order({ customer_email: "shopper@example.com", customer_creation: "if_required" }),
  );
  expect(session).toMatchObject({
    object: "checkout.session",
    status: "open",
    payment_status: "unpaid",
    amount_subtotal: 129_00,
    amount_total: 129_00,
    currency: "usd",
    livemode: false,
    client_reference_id: "7",
    metadata: { order_id: "7" },
    customer_details: { email: "shopper@example.com" },
    payment_intent: null,
    url: expect.stringMatching(/^https?:\/\//),
  });
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ id: session.id, status: "open" });
});

test("a known customer's session takes the e-mail from the customer, and can't have both", async () => {
  const { stripe } = await openAccount();
  const { id: customer } = await stripe.customers.create({ email: "shopper@example.com", name: "Sample Shopper" });
  const session = await stripe.checkout.sessions.create(order({ customer }));
  expect(session).toMatchObject({ customer, customer_email: null });
  const both = order({ customer, customer_email: "other@example.com" });
  expect((await refusalOf(stripe.checkout.sessions.create(both))).statusCode).toBe(400);
});

test("shipping is charged without asking for the address that the shop already has", async () => {
  const { stripe } = await openAccount();
  const fixed_amount = { amount: 5_00, currency: "usd" };
  const session = await stripe.checkout.sessions.create(
    order({
      payment_intent_data: { shipping: { name: "Sample Shopper", address: texas } },
      shipping_options: [{ shipping_rate_data: { type: "fixed_amount", display_name: "Standard", fixed_amount } }],
    }),
  );
  expect(session).toMatchObject({
    amount_total: 134_00,
    shipping_cost: { amount_total: 5_00 },
    total_details: { amount_shipping: 5_00, amount_tax: 0 },
    shipping_address_collection: null,
  });
});

test("PAYMENTS 2: the same key and parameters create one session; other parameters are refused", async () => {
  const { stripe } = await openAccount();
  const params = order();
  const idempotencyKey = randomUUID();
  const first = await stripe.checkout.sessions.create(params, { idempotencyKey });
  const second = await stripe.checkout.sessions.create(params, { idempotencyKey });
  expect(second.id).toBe(first.id);
  expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
  const other = stripe.checkout.sessions.create({ ...params, client_reference_id: "8" }, { idempotencyKey });
  expect(await refusalOf(other)).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
});

test("an open session can be expired only once", async () => {
  const { stripe } = await openAccount();
  const { id } = await stripe.checkout.sessions.create(order());
  expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ id, status: "expired", url: null });
  const again = await refusalOf(stripe.checkout.sessions.expire(id));
  expect(again).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400 });
});

test.each([
  { story: "an unknown parameter", change: { color: "blue" }, said: { param: "color", code: "parameter_unknown" } },
  {
    story: "a session for less than 30 minutes",
    change: { expires_at: Math.floor(Date.now() / 1000) + 60 },
    said: { param: "expires_at" },
  },
  {
    story: "a negative price",
    change: {
      line_items: [
        { quantity: 1, price_data: { currency: "usd", unit_amount: -1, product_data: { name: "Anatomy" } } },
      ],
    },
    said: { param: "line_items[0][price_data][unit_amount]" },
  },
])("$story is refused permanently, by name", async ({ change, said }) => {
  const { stripe } = await openAccount();
  const refusal = await refusalOf(stripe.checkout.sessions.create({ ...order(), ...change }));
  expect(refusal).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400, ...said });
});

test("a session unknown to Stripe is a 404", async () => {
  const { stripe } = await openAccount();
  const refusal = await refusalOf(stripe.checkout.sessions.retrieve("cs_test_nothing"));
  expect(refusal).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 404, code: "resource_missing" });
});

test.skipIf(atStripe)(
  "a paid session links to its payment, charge, and fee [stand-in only: needs a browser]",
  async () => {
    const { stripe, control } = await openAccount();
    const { id } = await stripe.checkout.sessions.create(order({ customer_email: "shopper@example.com" }));
    await control(`sessions/${id}/pay`, { outcome: "paid" });
    const session = await stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent.latest_charge.balance_transaction"],
    });
    expect(session).toMatchObject({
      status: "complete",
      payment_status: "paid",
      payment_intent: {
        metadata: { order_id: "7" },
        latest_charge: { amount: 129_00, balance_transaction: { type: "charge", amount: 129_00 } },
      },
    });
  },
);
