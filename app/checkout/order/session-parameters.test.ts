import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { sessionParameters } from "./session-parameters";

const portion = { quantity: 2, regular: cents(25800), total: cents(19900), adjustments: [] };
const order = {
  ...{ id: OrderId.parse("order-7"), email: "ada@example.com", endsAt: new Date("2026-11-24T12:31:00Z") },
  ...{ shippingCents: cents(0), shippingAddress: null, shippingZone: null },
  lines: [{ title: "IV Therapeutics", format: "ebook" as const, portions: [portion] }],
};
const addresses = { success: "https://shop.example/done", cancel: "https://shop.example/back" };

test("PAYMENTS 1: the session has the order's own amounts, in US dollars, cards only, with the order's id and end", () => {
  const asked = sessionParameters(order, addresses, undefined);
  expect(asked).toMatchObject({
    mode: "payment",
    line_items: [{ quantity: 2, price_data: { currency: "usd", unit_amount: 9950 } }],
    client_reference_id: "order-7",
    metadata: { order_id: "order-7" },
    payment_intent_data: { metadata: { order_id: "order-7" } },
    allowed_payment_method_types: ["card"],
    adaptive_pricing: { enabled: false },
    expires_at: Date.parse("2026-11-24T12:31:00Z") / 1000,
  });
  for (const unasked of ["automatic_tax", "shipping_options", "shipping_address_collection"])
    expect(asked).not.toHaveProperty(unasked);
});

test("PAYMENTS 1: tax is on only for an order with a Stripe customer", () => {
  expect(sessionParameters(order, addresses, "cus_1")).toMatchObject({
    customer: "cus_1",
    automatic_tax: { enabled: true },
    line_items: [{ price_data: { tax_behavior: "exclusive" } }],
  });
});
