import { expect, test } from "vitest";
import { openAccount, order, texas } from "./account";

const inSandbox = "[in a sandbox: Stripe Tax must be active, with a registration in Texas]";

test(`a calculation adds up, line by line ${inSandbox}`, async () => {
  const { stripe } = await openAccount();
  const calculation = await stripe.tax.calculations.create({
    currency: "usd",
    line_items: [
      { amount: 129_00, quantity: 1, reference: "anatomy", tax_behavior: "exclusive", tax_code: "txcd_10000000" },
      { amount: 99_99, quantity: 3, reference: "safety", tax_behavior: "exclusive", tax_code: "txcd_00000000" },
    ],
    shipping_cost: { amount: 5_00, tax_behavior: "exclusive" },
    customer_details: { address: texas, address_source: "shipping" },
    expand: ["line_items"],
  });
  const lines = calculation.line_items?.data ?? [];
  expect(lines.map(({ reference, amount }) => [reference, amount])).toEqual([
    ["anatomy", 129_00],
    ["safety", 99_99],
  ]);
  const tax = lines.reduce((sum, line) => sum + line.amount_tax, calculation.shipping_cost?.amount_tax ?? 0);
  expect(calculation).toMatchObject({
    tax_amount_exclusive: tax,
    tax_amount_inclusive: 0,
    amount_total: 129_00 + 99_99 + 5_00 + tax,
  });
  expect(lines[1]?.amount_tax).toBe(0);
});

test(`a session's tax matches the calculation for the same order ${inSandbox}`, async () => {
  const { stripe } = await openAccount();
  const calculation = await stripe.tax.calculations.create({
    currency: "usd",
    line_items: [{ amount: 129_00, reference: "anatomy", tax_behavior: "exclusive", tax_code: "txcd_10000000" }],
    customer_details: { address: texas, address_source: "shipping" },
  });
  const { id: customer } = await stripe.customers.create({
    email: "shopper@example.com",
    address: texas,
    shipping: { name: "Sample Shopper", address: texas },
  });
  const session = await stripe.checkout.sessions.create(order({ customer, automatic_tax: { enabled: true } }));
  expect(session).toMatchObject({
    automatic_tax: { enabled: true, status: "complete" },
    amount_total: calculation.amount_total,
    total_details: { amount_tax: calculation.tax_amount_exclusive },
  });
});
