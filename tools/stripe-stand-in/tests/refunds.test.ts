import { expect, test } from "vitest";
import { eventually, payOrder, refusalOf, startBench } from "./support/bench";

test("a partial refund, then the rest: the refunds add up to what was paid", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  const part = await bench.stripe.refunds.create({
    payment_intent: intent,
    amount: 29_00,
    reason: "requested_by_customer",
    metadata: { refund_id: "3" },
  });
  expect(part).toMatchObject({ status: "succeeded", amount: 29_00, metadata: { refund_id: "3" } });
  const rest = await bench.stripe.refunds.create({ payment_intent: intent });
  expect(rest.amount).toBe(100_00);
  const { latest_charge } = await bench.stripe.paymentIntents.retrieve(intent, { expand: ["latest_charge.refunds"] });
  expect(latest_charge).toMatchObject({ refunded: true, amount_refunded: 129_00, refunds: { data: [{}, {}] } });
  expect((await bench.stripe.refunds.retrieve(part.id)).amount).toBe(29_00);
  const refunds = await bench.stripe.refunds.list({ payment_intent: intent });
  expect(refunds.data.map(({ id }) => id)).toEqual([rest.id, part.id]);
});

test("a refund sends events for itself and its charge", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  const refund = await bench.stripe.refunds.create({ payment_intent: intent, amount: 9_00 });
  await eventually(() => expect(bench.receiver.events).toHaveLength(3));
  const byType = Object.fromEntries(bench.receiver.events.map((event) => [event.type, event.data]));
  expect(byType["refund.created"]?.object).toMatchObject({ id: refund.id, payment_intent: intent });
  expect(byType["charge.refunded"]?.object).toMatchObject({ amount_refunded: 9_00, refunded: false });
});

test("a refund of more than is left is refused and changes nothing", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  await bench.stripe.refunds.create({ payment_intent: intent, amount: 100_00 });
  const refusal = await refusalOf(bench.stripe.refunds.create({ payment_intent: intent, amount: 29_01 }));
  expect(refusal).toMatchObject({ statusCode: 400, param: "amount" });
  expect(refusal.message).toBe("Refund amount ($29.01) is greater than unrefunded amount on charge ($29.00)");
  expect((await bench.stripe.refunds.list({ payment_intent: intent })).data).toHaveLength(1);
});

test("two staff make a full refund at the same time: one refund", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  const attempts = await Promise.allSettled([1, 2].map(() => bench.stripe.refunds.create({ payment_intent: intent })));
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a pending refund already counts and is settled later", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  await bench.control("refunds", { mode: "pending" });
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  expect(refund.status).toBe("pending");
  expect((await refusalOf(bench.stripe.refunds.create({ payment_intent: intent }))).code).toBe(
    "charge_already_refunded",
  );
  await bench.control(`refunds/${refund.id}/settle`, { outcome: "succeeded" });
  expect((await bench.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
  const [updated] = (await bench.stripe.events.list({ type: "refund.updated" })).data;
  expect(updated?.data).toMatchObject({ object: { status: "succeeded" }, previous_attributes: { status: "pending" } });
});

test("a refund that fails frees its amount to be refunded again", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  await bench.control(`refunds/${refund.id}/settle`, { outcome: "failed" });
  const { latest_charge } = await bench.stripe.paymentIntents.retrieve(intent, { expand: ["latest_charge"] });
  expect(latest_charge).toMatchObject({ refunded: false, amount_refunded: 0 });
  expect((await bench.stripe.refunds.create({ payment_intent: intent })).amount).toBe(129_00);
});

test.each([
  { story: "no intent or charge", params: {}, code: "parameter_missing" },
  { story: "zero", params: { payment_intent: "pi_x", amount: 0 }, code: "parameter_invalid_integer" },
  { story: "an unknown payment", params: { payment_intent: "pi_unknown" }, code: "resource_missing" },
])("a refund of $story is refused", async ({ params, code }) => {
  const { stripe } = await startBench();
  expect((await refusalOf(stripe.refunds.create(params))).code).toBe(code);
});
