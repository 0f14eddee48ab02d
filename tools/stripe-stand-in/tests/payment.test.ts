import type Stripe from "stripe";
import { expect, test } from "vitest";
import { eventually, order, payOrder, refusalOf, startBench } from "./support/bench";

const typesOf = (events: Stripe.Event[]) => events.map((event) => event.type);

test("a paid session is complete, with an intent, a charge, and a genuine event", async () => {
  const bench = await startBench();
  const { id, intent } = await payOrder(bench, { payment_intent_data: { metadata: { order_id: "7" } } });
  const session = await bench.stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge"] });
  expect(session).toMatchObject({ status: "complete", payment_status: "paid", url: null });
  expect(session.customer_details?.email).toBe("shopper@example.com");
  expect(session.payment_intent).toMatchObject({
    id: intent,
    status: "succeeded",
    amount: 129_00,
    amount_received: 129_00,
    metadata: { order_id: "7" },
    latest_charge: { paid: true, amount: 129_00, amount_refunded: 0, metadata: { order_id: "7" } },
  });
  await eventually(() => expect(bench.receiver.events).toHaveLength(1));
  const [event] = bench.receiver.events;
  expect(event).toMatchObject({
    type: "checkout.session.completed",
    api_version: "2026-10-28.endive",
    livemode: false,
  });
  expect(event?.data.object).toMatchObject({ id, payment_status: "paid", payment_intent: intent });
});

test.each(["declined", "authentication_failed"])(
  "%s: the session stays open and can still be paid",
  async (outcome) => {
    const { stripe, control, receiver } = await startBench();
    const { id } = await stripe.checkout.sessions.create(order());
    expect(await control(`sessions/${id}/pay`, { outcome })).toMatchObject({ kind: "declined" });
    const declined = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
    expect(declined).toMatchObject({ status: "open", payment_status: "unpaid" });
    expect(declined.payment_intent).toMatchObject({ status: "requires_payment_method", amount_received: 0 });
    const paid = await control(`sessions/${id}/pay`, { outcome: "paid" });
    expect(paid.session.payment_intent).toBe((declined.payment_intent as Stripe.PaymentIntent).id);
    await eventually(() => expect(typesOf(receiver.events)).toEqual(["checkout.session.completed"]));
  },
);

test("a delayed payment completes unpaid and is paid a little later", async () => {
  const { stripe, control, receiver } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  const taken = await control(`sessions/${id}/pay`, { outcome: "processing_then_paid" });
  expect(taken.session).toMatchObject({ status: "complete", payment_status: "unpaid" });
  await eventually(() => expect(receiver.events).toHaveLength(2));
  expect(typesOf(receiver.events).sort()).toEqual([
    "checkout.session.async_payment_succeeded",
    "checkout.session.completed",
  ]);
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("paid");
});

test("a delayed payment that fails leaves the session complete and unpaid", async () => {
  const { stripe, control, receiver } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  await control(`sessions/${id}/pay`, { outcome: "processing_then_failed" });
  await eventually(() => expect(typesOf(receiver.events)).toContain("checkout.session.async_payment_failed"));
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  expect(session).toMatchObject({ status: "complete", payment_status: "unpaid" });
  expect(session.payment_intent).toMatchObject({ status: "requires_payment_method" });
});

test("a processing payment waits until a control settles it, and can't be refunded before", async () => {
  const { stripe, control } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  const { session } = await control(`sessions/${id}/pay`, { outcome: "processing" });
  await control("clock", { advanceSeconds: 3600 });
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("unpaid");
  const refusal = await refusalOf(stripe.refunds.create({ payment_intent: session.payment_intent }));
  expect(refusal.message).toContain("does not have a successful charge to refund");
  await control(`sessions/${id}/settle`, { outcome: "paid" });
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe("paid");
  await expect(control(`sessions/${id}/settle`, { outcome: "paid" })).rejects.toThrow("409");
});

test("ten attempts at once pay once", async () => {
  const { stripe, control, receiver } = await startBench();
  const { id } = await stripe.checkout.sessions.create(order());
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, () => control(`sessions/${id}/pay`, { outcome: "paid" })),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await eventually(() => expect(receiver.events).toHaveLength(1));
  expect((await stripe.events.list()).data).toHaveLength(1);
});

test("the chosen shipping option and address are in the total and on the session", async () => {
  const { stripe, control } = await startBench();
  const fixed = (amount: number) => ({ fixed_amount: { amount, currency: "usd" } });
  const { id } = await stripe.checkout.sessions.create(
    order({
      shipping_address_collection: { allowed_countries: ["US"] },
      shipping_options: [
        { shipping_rate_data: { display_name: "Standard", ...fixed(5_00) } },
        { shipping_rate_data: { display_name: "Express", ...fixed(12_00) } },
      ],
    }),
  );
  const { session } = await control(`sessions/${id}/pay`, { outcome: "paid", shippingOption: "Express" });
  expect(session).toMatchObject({ amount_total: 141_00, shipping_cost: { amount_total: 12_00 } });
  expect(session.collected_information.shipping_details).toMatchObject({ address: { country: "US" } });
  const intent = await stripe.paymentIntents.retrieve(session.payment_intent);
  expect(intent.amount_received).toBe(141_00);
});
