import type Stripe from "stripe";
import { expect, test } from "vitest";
import { inState, order, refusalOf, startBench } from "./support/bench";

test("a customer keeps what it was created with", async () => {
  const { stripe } = await startBench();
  const made = await stripe.customers.create({
    email: "pat@example.com",
    name: "Pat Shopper",
    address: inState("TX"),
    shipping: { name: "Pat Shopper", phone: "555 0100", address: inState("CA") },
    metadata: { account_id: "3" },
  });
  expect(made).toMatchObject({
    object: "customer",
    email: "pat@example.com",
    address: { state: "TX", line2: null },
    shipping: { name: "Pat Shopper", phone: "555 0100", address: { state: "CA" } },
    metadata: { account_id: "3" },
    livemode: false,
  });
  expect(await stripe.customers.retrieve(made.id)).toMatchObject({ id: made.id, name: "Pat Shopper" });
  expect(await refusalOf(stripe.customers.retrieve("cus_gone"))).toMatchObject({ statusCode: 404 });
});

test("a customer's session, payment, and charge name the customer, and the page doesn't ask for the e-mail", async () => {
  const { stripe, control } = await startBench();
  const { id: customer } = await stripe.customers.create({ email: "pat@example.com", name: "Pat Shopper" });
  const { id, url } = await stripe.checkout.sessions.create(of(customer));
  expect(await (await fetch(url ?? "")).text()).toContain("<p>pat@example.com</p>");
  await control(`sessions/${id}/pay`, { outcome: "paid" });
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ["customer", "payment_intent.latest_charge"],
  });
  expect(session).toMatchObject({
    customer: { id: customer },
    customer_email: null,
    customer_details: { email: "pat@example.com", name: "Pat Shopper" },
    payment_intent: { customer, latest_charge: { customer } },
  });
});

test.each([
  { story: "an unknown customer", change: { customer: "cus_gone" }, code: "resource_missing", param: "customer" },
  { story: "a customer and an e-mail", change: { customer_email: "pat@example.com" }, param: "customer" },
  { story: "a customer and its creation", change: { customer_creation: "if_required" }, param: "customer" },
  {
    story: "an update without a customer",
    change: { customer: undefined, customer_update: {} },
    param: "customer_update",
  },
])("$story is refused", async ({ change, code, param }) => {
  const { stripe } = await startBench();
  const { id } = await stripe.customers.create({ email: "pat@example.com" });
  const update = "customer_update" in change ? { customer_update: { address: "auto" as const } } : {};
  const params = { ...of(id), ...change, ...update } as Stripe.Checkout.SessionCreateParams;
  const refusal = await refusalOf(stripe.checkout.sessions.create(params));
  expect(refusal).toMatchObject({ statusCode: 400, param });
  expect(refusal.code).toBe(code);
});

test("what the page collects is saved to the customer if the session says so", async () => {
  const { stripe, control } = await startBench();
  const { id: customer } = await stripe.customers.create({ email: "pat@example.com" });
  const session = await stripe.checkout.sessions.create({
    ...of(customer),
    customer_update: { shipping: "auto", address: "auto", name: "auto" },
    shipping_address_collection: { allowed_countries: ["US"] },
  });
  await control(`sessions/${session.id}/pay`, {
    outcome: "paid",
    shipping: { name: "Pat Shopper", address: inState("PA") },
  });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({
    name: "Pat Shopper",
    address: { state: "PA" },
    shipping: { name: "Pat Shopper", address: { state: "PA" } },
  });
});

const of = (customer: string): Stripe.Checkout.SessionCreateParams => ({
  ...order(),
  customer_email: undefined,
  customer,
});
