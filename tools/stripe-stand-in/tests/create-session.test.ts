import type Stripe from "stripe";
import { expect, test } from "vitest";
import { line, order, refusalOf, startBench, stripeAt } from "./support/bench";

const inMinutes = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

test("a session opens unpaid, with the totals of its lines and a payment page", async () => {
  const { stripe, url } = await startBench();
  const session = await stripe.checkout.sessions.create(
    order({
      line_items: [line("Doses in CT", 99_50), line("Doses in CT", 129_00, 2)],
      client_reference_id: "order-7",
      metadata: { order_id: "7" },
      expires_at: inMinutes(31),
      customer_creation: "if_required",
      adaptive_pricing: { enabled: false },
      allowed_payment_method_types: ["card"],
    }),
  );
  expect(session).toMatchObject({
    object: "checkout.session",
    status: "open",
    payment_status: "unpaid",
    amount_subtotal: 357_50,
    amount_total: 357_50,
    currency: "usd",
    livemode: false,
    client_reference_id: "order-7",
    metadata: { order_id: "7" },
    payment_intent: null,
    payment_method_types: ["card"],
    adaptive_pricing: { enabled: false },
    url: `${url}/pay/${session.id}`,
  });
  expect(session.id).toMatch(/^cs_test_/);
});

test("retrieving returns the same session, with its lines if requested", async () => {
  const { stripe } = await startBench();
  const created = await stripe.checkout.sessions.create(order({ line_items: [line("MRI safety", 40_00, 3)] }));
  const session = await stripe.checkout.sessions.retrieve(created.id, { expand: ["line_items.data.price.product"] });
  expect(session).toMatchObject({ id: created.id, line_items: { data: [{ quantity: 3, amount_total: 120_00 }] } });
  expect(session.line_items?.data[0]?.price?.product).toMatchObject({ object: "product", name: "MRI safety" });
  const lines = await stripe.checkout.sessions.listLineItems(created.id);
  expect(lines.data).toMatchObject([{ description: "MRI safety", quantity: 3, price: { unit_amount: 40_00 } }]);
});

test("the first shipping option is in the total", async () => {
  const { stripe } = await startBench();
  const session = await stripe.checkout.sessions.create(
    order({
      shipping_address_collection: { allowed_countries: ["US", "CA"] },
      shipping_options: [rate("Standard", 5_00), rate("Express", 12_00)],
      expand: ["shipping_cost.shipping_rate"],
    }),
  );
  expect(session).toMatchObject({ amount_subtotal: 129_00, amount_total: 134_00 });
  expect(session.total_details).toEqual({ amount_discount: 0, amount_shipping: 5_00, amount_tax: 0 });
  expect(session.shipping_cost).toMatchObject({ amount_total: 5_00, shipping_rate: { display_name: "Standard" } });
});

test.each<{ story: string; change: object; code?: string; param?: string }>([
  { story: "an unknown parameter", change: { color: "blue" }, code: "parameter_unknown", param: "color" },
  { story: "a parameter Stripe has removed", change: { payment_method_types: ["card"] }, code: "parameter_unknown" },
  { story: "no lines", change: { line_items: undefined }, code: "parameter_missing", param: "line_items" },
  {
    story: "a line without a name",
    change: { line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 100, product_data: {} } }] },
    code: "parameter_missing",
    param: "line_items[0][price_data][product_data]",
  },
  { story: "half a cent", change: { line_items: [line("Halves", 100.5)] }, code: "parameter_invalid_integer" },
  { story: "a quantity of zero", change: { line_items: [line("None", 100, 0)] }, code: "parameter_invalid_integer" },
  { story: "an empty success URL", change: { success_url: "" }, code: "parameter_invalid_empty" },
  { story: "a script as a URL", change: { success_url: "javascript:alert(1)" }, code: "url_invalid" },
  { story: "an invalid e-mail address", change: { customer_email: "shopper" }, code: "email_invalid" },
  { story: "a mode the shop doesn't use", change: { mode: "subscription" }, param: "mode" },
  { story: "the page's old name", change: { ui_mode: "hosted" }, param: "ui_mode" },
  { story: "less than fifty cents", change: { line_items: [line("Pennies", 49)] }, code: "amount_too_small" },
  { story: "an end in 29 minutes", change: { expires_at: inMinutes(29) }, param: "expires_at" },
  { story: "an end in 25 hours", change: { expires_at: inMinutes(25 * 60) }, param: "expires_at" },
  { story: "a note of 501 characters", change: { metadata: { note: "x".repeat(501) } }, param: "metadata" },
  { story: "a field that can't be expanded", change: { expand: ["locale"] }, param: "expand" },
])("$story is refused the way Stripe does", async ({ change, code, param }) => {
  const { stripe } = await startBench();
  const refusal = await refusalOf(stripe.checkout.sessions.create({ ...order(), ...change }));
  expect(refusal).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400 });
  if (code) expect(refusal.code).toBe(code);
  if (param) expect(refusal.param).toBe(param);
  expect((await stripe.checkout.sessions.list()).data).toEqual([]);
});

test("a missing id is a 404", async () => {
  const { stripe } = await startBench();
  const refusal = await refusalOf(stripe.checkout.sessions.retrieve("cs_test_nothing"));
  expect(refusal).toMatchObject({ statusCode: 404, code: "resource_missing" });
  expect(refusal.message).toBe("No such checkout.session: 'cs_test_nothing'");
});

test.each(["sk_live_abc", "rk_test_abc", "pk_test_abc"])("the key %s opens nothing", async (key) => {
  const { url } = await startBench();
  const stripe = stripeAt(Number(new URL(url).port), {}, key);
  const refusal = await refusalOf(stripe.checkout.sessions.list());
  expect(refusal).toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
});

test("a request without a key is a 401, one with another version a 400, an unknown path a 404", async () => {
  const { url, stripe } = await startBench();
  expect((await fetch(`${url}/v1/events`)).status).toBe(401);
  const other = await refusalOf(stripe.events.list({}, { apiVersion: "2025-01-27.acacia" }));
  expect(other).toMatchObject({ statusCode: 400, message: expect.stringContaining("2026-10-28.endive") });
  expect(await refusalOf(stripe.customers.list())).toMatchObject({ statusCode: 404 });
});

function rate(name: string, cents: number): Stripe.Checkout.SessionCreateParams.ShippingOption {
  return {
    shipping_rate_data: { type: "fixed_amount", display_name: name, fixed_amount: { amount: cents, currency: "usd" } },
  };
}
