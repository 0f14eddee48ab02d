import { expect, test } from "vitest";
import { line, startBench } from "../tests/support/bench";
import { home, mailed, openPay } from "../tests/support/pay-page";

test("the page shows the merchant, lines, total, e-mail, and when it expires", async () => {
  const bench = await startBench();
  const { url } = await openPay(bench, { line_items: [line("Doses in CT", 99_50), line("Doses in CT", 129_00, 2)] });
  const answer = await fetch(url);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  for (const shown of ["DEMO – no money moves", "Sample Shop", "Doses in CT", "2 × $129.00", "$258.00", "$357.50"]) {
    expect(text).toContain(shown);
  }
  expect(text).toContain("shopper@example.com");
  expect(text).toMatch(/Open until <time datetime="[^"]+">[^<]+ UTC<\/time>/);
  expect(text).toContain('href="http://127.0.0.1:9/cart"');
});

test("text from the shop is never markup", async () => {
  const bench = await startBench({ merchant: "<b>Shop</b>" });
  const hostile = "<script>alert(1)</script>\"'&";
  const { url } = await openPay(bench, {
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: 500, product_data: { name: hostile, description: hostile } },
      },
    ],
  });
  const text = await (await fetch(url)).text();
  expect(text).not.toContain("<script>alert");
  expect(text).not.toContain("<b>Shop");
  expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
});

test("the page loads nothing, runs only its own script, and can lead only back to the shop", async () => {
  const bench = await startBench();
  const { url } = await openPay(bench);
  const [first, second] = [await fetch(url), await fetch(url)];
  const policy = first.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self' http://127.0.0.1:9;");
  const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1] ?? "missing";
  expect(second.headers.get("content-security-policy")).not.toContain(nonce);
  const text = await first.text();
  expect([...text.matchAll(/<(?:script|style)[^>]*>/g)].every(([tag]) => tag.includes(`nonce="${nonce}"`))).toBe(true);
  expect(text).not.toMatch(/(?:src|action)="(?:https?:)?\/\//);
});

test("paying redirects to the success URL with the session's id in it", async () => {
  const bench = await startBench();
  const { id, press, look } = await openPay(bench);
  const answer = await press("paid");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`http://127.0.0.1:9/thanks?session=${id}`);
  expect(await look()).toMatchObject({ status: "complete", payment_status: "paid" });
});

test("a double click pays once and redirects both times", async () => {
  const bench = await startBench();
  const { id, press } = await openPay(bench);
  const answers = await Promise.all([press("paid"), press("paid"), press("paid")]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
  expect((await bench.stripe.events.list({ type: "checkout.session.completed" })).data).toHaveLength(1);
  const { data } = await bench.stripe.checkout.sessions.list({ expand: ["data.payment_intent.latest_charge"] });
  expect(data).toMatchObject([{ id, payment_intent: { amount_received: 129_00 } }]);
});

test.each([
  { button: "declined", says: "Your card was declined." },
  { button: "authentication_failed", says: "We are unable to authenticate your payment method." },
])("$button: stays on the page and says why", async ({ button, says }) => {
  const bench = await startBench();
  const { press, look } = await openPay(bench, mailed);
  const answer = await press(button, { city: "Springfield" });
  expect(answer.status).toBe(402);
  const text = await answer.text();
  expect(text).toContain(says);
  expect(text).toContain('value="Springfield"');
  expect((await look()).status).toBe("open");
});

test.each(["processing_then_paid", "processing_then_failed"])(
  "%s: returns to the shop while still unpaid",
  async (button) => {
    const bench = await startBench({ delayedPaymentMs: 60_000 });
    const { press, look, url } = await openPay(bench);
    expect((await press(button)).status).toBe(303);
    expect(await look()).toMatchObject({ status: "complete", payment_status: "unpaid" });
    expect(await (await fetch(url)).text()).toContain("being processed");
  },
);

test("pay without returning: paid, and no redirect to the success page", async () => {
  const bench = await startBench();
  const { press, look } = await openPay(bench);
  const answer = await press("paid_redirect_lost");
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toContain("The connection was lost here");
  expect(text).not.toContain("/thanks");
  expect((await look()).payment_status).toBe("paid");
});

test("a parcel needs an address: what is missing is listed at the top and next to each field", async () => {
  const bench = await startBench();
  const { press, look } = await openPay(bench, mailed);
  const answer = await press("paid", { ...home, city: " ", postal_code: "627", country: "DE" });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain('<a href="#city">Enter the city.</a>');
  expect(text).toContain('id="city-problem"');
  expect(text).toContain("Choose a country from the list.");
  expect(text).toContain('value="1 Example Street"');
  expect((await look()).status).toBe("open");
});

test("the address and the chosen shipping are kept and charged", async () => {
  const bench = await startBench();
  const { press, look, url } = await openPay(bench, mailed);
  const express = /value="(shr_\w+)">\s*<span>Express/.exec(await (await fetch(url)).text())?.[1] ?? "";
  await press("paid", { ...home, shipping_rate: express });
  const session = await look();
  expect(session).toMatchObject({ payment_status: "paid", amount_total: 141_00 });
  expect(session.collected_information?.shipping_details).toMatchObject({
    name: "A. Shopper",
    address: { line1: "1 Example Street", line2: null, postal_code: "62701", country: "US" },
  });
});

test("an unknown e-mail address is asked for", async () => {
  const bench = await startBench();
  const { press, look } = await openPay(bench, { customer_email: undefined });
  expect((await press("paid", { email: "nobody" })).status).toBe(422);
  expect((await press("paid", { email: "late@example.com" })).status).toBe(303);
  expect((await look()).customer_details?.email).toBe("late@example.com");
});

test("an expired session says so, links back, and takes no payment", async () => {
  const bench = await startBench();
  const { id, url, press, look } = await openPay(bench);
  await bench.stripe.checkout.sessions.expire(id);
  const answer = await fetch(url);
  expect(answer.status).toBe(410);
  const text = await answer.text();
  expect(text).toContain("This checkout has expired");
  expect(text).toContain('href="http://127.0.0.1:9/cart"');
  expect((await press("paid")).status).toBe(410);
  expect((await look()).payment_status).toBe("unpaid");
});

test("a complete session, an unknown one, and an unknown button each have their own page", async () => {
  const bench = await startBench();
  const { url, press } = await openPay(bench);
  expect((await press("free")).status).toBe(400);
  await press("paid");
  expect(await (await fetch(url)).text()).toContain("This payment is complete");
  expect((await fetch(`${bench.url}/pay/cs_test_nothing`)).status).toBe(404);
});

test("a form on another site can't pay", async () => {
  const bench = await startBench();
  const { url, look } = await openPay(bench);
  const headers = { origin: "https://elsewhere.example" };
  const answer = await fetch(url, { method: "POST", headers, body: new URLSearchParams({ outcome: "paid" }) });
  expect(answer.status).toBe(403);
  expect((await look()).status).toBe("open");
});
