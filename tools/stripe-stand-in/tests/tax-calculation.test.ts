import type Stripe from "stripe";
import { expect, test } from "vitest";
import { inState, refusalOf, startBench } from "./support/bench";

test("a calculation shows the tax for each line and location", async () => {
  const { stripe } = await startBench();
  const calculation = await stripe.tax.calculations.create({
    currency: "usd",
    line_items: [
      { amount: 100_00, reference: "a" },
      { amount: 50_00, tax_code: "txcd_00000000" },
    ],
    customer_details: { address: inState("CA"), address_source: "shipping" },
  });
  expect(calculation).toMatchObject({
    object: "tax.calculation",
    amount_total: 157_25,
    tax_amount_exclusive: 7_25,
    tax_amount_inclusive: 0,
    shipping_cost: null,
    tax_breakdown: [
      { amount: 7_25, taxable_amount: 100_00, tax_rate_details: { percentage_decimal: "7.25", state: "CA" } },
    ],
  });
  expect(calculation.line_items).toBeUndefined();
  const lines = await stripe.tax.calculations.listLineItems(calculation.id ?? "");
  expect(lines.data).toMatchObject([
    { reference: "a", amount_tax: 7_25 },
    { reference: "L2", amount_tax: 0 },
  ]);
});

test.each([
  { story: "no lines", change: { line_items: [] }, code: "parameter_missing" },
  {
    story: "the same reference twice",
    change: {
      line_items: [
        { amount: 1, reference: "a" },
        { amount: 1, reference: "a" },
      ],
    },
  },
  { story: "tax within the price", change: { line_items: [{ amount: 1, tax_behavior: "inclusive" }] } },
  { story: "a made-up code", change: { line_items: [{ amount: 1, tax_code: "books" }] } },
  {
    story: "no location",
    change: { customer_details: { address: { country: "US" }, address_source: "billing" } },
    code: "customer_tax_location_invalid",
  },
])("a calculation with $story is refused", async ({ change, code }) => {
  const { stripe } = await startBench();
  const whole: Stripe.Tax.CalculationCreateParams = {
    currency: "usd",
    line_items: [{ amount: 100_00 }],
    customer_details: { address: inState("TX"), address_source: "billing" },
  };
  const params = { ...whole, ...change } as Stripe.Tax.CalculationCreateParams;
  const refusal = await refusalOf(stripe.tax.calculations.create(params));
  expect(refusal.statusCode).toBe(400);
  if (code) expect(refusal.code).toBe(code);
});
