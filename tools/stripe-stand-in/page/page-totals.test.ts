import { expect, test } from "vitest";
import { inState, startBench } from "../tests/support/bench";
import { home, mailed, openPay } from "../tests/support/pay-page";

test("tax and shipping have their own lines, and the total includes them", async () => {
  const bench = await startBench();
  const { id } = await bench.stripe.customers.create({ email: "pat@example.com", address: inState("TX") });
  const { url } = await openPay(bench, {
    customer: id,
    customer_email: undefined,
    automatic_tax: { enabled: true },
    shipping_options: mailed.shipping_options,
  });
  const text = await (await fetch(url)).text();
  expect(text).toContain('<p class="amount">$129.00</p>');
  expect(text).toContain("<dt>Tax</dt><dd>$11.05</dd>");
  expect(text).toContain("<dd>$5.00</dd>");
  expect(text).toContain("Pay $145.05");
});

test("a total that depends on the address is shown before payment", async () => {
  const bench = await startBench();
  const { url, press, look } = await openPay(bench, { automatic_tax: { enabled: true } });
  const before = await (await fetch(url)).text();
  expect(before).toContain("Billing address");
  expect(before).toContain("Depends on your address");
  const fields = { ...home, state: "TX", postal_code: "75001" };
  const shown = await press("paid", { ...fields, shown_total: "12900" });
  expect(shown.status).toBe(200);
  const text = await shown.text();
  expect(text).toContain("The total is now $139.64");
  expect(text).toContain('name="shown_total" value="13964"');
  expect((await look()).status).toBe("open");
  expect((await press("paid", { ...fields, shown_total: "13964" })).status).toBe(303);
  expect(await look()).toMatchObject({ payment_status: "paid", amount_total: 139_64 });
});

test("the receipt's card is chosen by brand, and no number is asked for", async () => {
  const bench = await startBench();
  const { url, press, id } = await openPay(bench);
  const text = await (await fetch(url)).text();
  expect(text).toContain("Mastercard ending in 4444");
  expect(text).not.toMatch(/card.?number|autocomplete="cc-/i);
  await press("paid", { card: "mastercard" });
  const session = await bench.stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge"] });
  expect(session.payment_intent).toMatchObject({
    latest_charge: { payment_method_details: { card: { brand: "mastercard", last4: "4444" } } },
  });
});
