import fc from "fast-check";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { type Bench, inState, line, order, payOrder, refusalOf, startBench } from "./support/bench";

type Create = Stripe.Checkout.SessionCreateParams;
const shipping = (amount: number): Stripe.Checkout.SessionCreateParams.ShippingOption[] => [
  {
    shipping_rate_data: {
      display_name: "Standard",
      fixed_amount: { amount, currency: "usd" },
      tax_behavior: "exclusive",
    },
  },
];

async function taxed({ stripe }: Bench, state: string, changes: Partial<Create> = {}): Promise<Partial<Create>> {
  const { id } = await stripe.customers.create({ email: "pat@example.com", address: inState(state) });
  return { customer: id, customer_email: undefined, automatic_tax: { enabled: true }, ...changes };
}

test("tax is added to each line and to shipping, and everything adds up", async () => {
  const bench = await startBench();
  const params = await taxed(bench, "TX", {
    line_items: [line("Doses in CT", 99_50), line("MRI safety", 33_33, 3)],
    shipping_options: shipping(5_00),
    payment_intent_data: { shipping: { name: "Pat Shopper", address: inState("TX") } },
  });
  const session = await bench.stripe.checkout.sessions.create(order({ ...params, expand: ["line_items"] }));
  expect(session.line_items?.data).toMatchObject([
    { amount_subtotal: 99_50, amount_tax: 8_21, amount_total: 107_71 },
    { amount_subtotal: 99_99, amount_tax: 8_25, amount_total: 108_24 },
  ]);
  expect(session).toMatchObject({
    automatic_tax: { enabled: true, status: "complete" },
    amount_subtotal: 199_49,
    amount_total: 221_36,
    total_details: { amount_shipping: 5_00, amount_tax: 16_87, amount_discount: 0 },
    shipping_cost: { amount_subtotal: 5_00, amount_tax: 41, amount_total: 5_41 },
  });
  await bench.control(`sessions/${session.id}/pay`, { outcome: "paid" });
  const paid = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent.latest_charge"] });
  expect(paid).toMatchObject({
    amount_total: 221_36,
    payment_intent: { amount_received: 221_36, shipping: { name: "Pat Shopper" }, latest_charge: { amount: 221_36 } },
  });
});

test("the shipping address takes precedence over the billing address", async () => {
  const { stripe } = await startBench();
  const { id } = await stripe.customers.create({
    address: inState("TX"),
    shipping: { name: "Pat Shopper", address: inState("PA") },
  });
  const params = order({ customer: id, customer_email: undefined, automatic_tax: { enabled: true } });
  expect((await stripe.checkout.sessions.create(params)).total_details?.amount_tax).toBe(7_74);
});

test("a calculation and a session agree to the cent, no matter what is sold or where it goes", async () => {
  const bench = await startBench();
  const customers = { TX: await taxed(bench, "TX"), CA: await taxed(bench, "CA"), IL: await taxed(bench, "IL") };
  const cart = fc.record({
    state: fc.constantFrom("TX" as const, "CA" as const, "IL" as const),
    lines: fc.array(fc.tuple(fc.integer({ min: 50, max: 50_000 }), fc.integer({ min: 1, max: 9 }), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
    }),
    postage: fc.integer({ min: 0, max: 3000 }),
  });
  await fc.assert(
    fc.asyncProperty(cart, async ({ state, lines, postage }) => {
      const codes = lines.map(([, , isTaxed]) => (isTaxed ? "txcd_10000000" : "txcd_00000000"));
      const calculation = await bench.stripe.tax.calculations.create({
        currency: "usd",
        line_items: lines.map(([unit, quantity], index) => ({
          amount: unit * quantity,
          quantity,
          reference: `line ${index}`,
          tax_behavior: "exclusive",
          tax_code: codes[index],
        })),
        shipping_cost: { amount: postage },
        customer_details: { address: inState(state), address_source: "billing" },
        expand: ["line_items"],
      });
      const session = await bench.stripe.checkout.sessions.create(
        order({
          ...customers[state],
          line_items: lines.map(([unit, quantity], index) => ({
            quantity,
            price_data: {
              currency: "usd",
              unit_amount: unit,
              tax_behavior: "exclusive",
              product_data: { name: `Course ${index}`, tax_code: codes[index] },
            },
          })),
          shipping_options: shipping(postage),
          expand: ["line_items"],
        }),
      );
      expect(session.amount_total).toBe(calculation.amount_total);
      expect(session.total_details?.amount_tax).toBe(calculation.tax_amount_exclusive);
      const taxOf = (part: { amount_tax: number }) => part.amount_tax;
      expect(session.line_items?.data.map(taxOf)).toEqual(calculation.line_items?.data.map(taxOf));
    }),
    { numRuns: 25 },
  );
});

test("a control makes later sessions differ from calculations", async () => {
  const bench = await startBench();
  const params = await taxed(bench, "PA", { line_items: [line("Doses in CT", 100_00)] });
  await bench.control("tax", { sessionSkewCents: 1 });
  const wrong = await bench.stripe.checkout.sessions.create(order(params));
  await bench.control("tax", { sessionSkewCents: 0 });
  const right = await bench.stripe.checkout.sessions.create(order(params));
  expect([wrong.amount_total, right.amount_total]).toEqual([106_01, 106_00]);
  const { session } = await bench.control(`sessions/${wrong.id}/pay`, { outcome: "paid" });
  expect(session.amount_total).toBe(106_01);
});

test("without an address, a session waits for one, and the one entered decides the tax", async () => {
  const bench = await startBench();
  const session = await bench.stripe.checkout.sessions.create(order({ automatic_tax: { enabled: true } }));
  expect(session).toMatchObject({ amount_total: 129_00, automatic_tax: { status: "requires_location_inputs" } });
  const paid = await bench.control(`sessions/${session.id}/pay`, { outcome: "paid", billing: inState("TX") });
  expect(paid.session).toMatchObject({
    amount_total: 139_64,
    automatic_tax: { status: "complete" },
    customer_details: { address: { state: "TX" } },
  });
});

test("without automatic tax, there is no tax", async () => {
  const bench = await startBench();
  const { id } = await payOrder(bench, await taxed(bench, "TX", { automatic_tax: { enabled: false } }));
  expect((await bench.stripe.checkout.sessions.retrieve(id)).amount_total).toBe(129_00);
});

test("a customer without a usable address is refused if tax must be computed", async () => {
  const { stripe } = await startBench();
  const { id } = await stripe.customers.create({ address: { ...inState("TX"), postal_code: "" } });
  const params = order({ customer: id, customer_email: undefined, automatic_tax: { enabled: true } });
  const refusal = await refusalOf(stripe.checkout.sessions.create(params));
  expect(refusal).toMatchObject({ statusCode: 400, code: "customer_tax_location_invalid" });
  const session = await stripe.checkout.sessions.create({ ...params, customer_update: { address: "auto" } });
  expect(session.automatic_tax.status).toBe("requires_location_inputs");
});
