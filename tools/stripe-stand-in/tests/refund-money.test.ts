import { expect, test } from "vitest";
import { startBench } from "./support/bench";
import { payCharge, totalBalance } from "./support/money";

test("a refund takes the amount, and the fee stays with Stripe", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench);
  const refund = await bench.stripe.refunds.create({
    charge: charge.id,
    amount: 29_00,
    expand: ["balance_transaction"],
  });
  expect(refund.balance_transaction).toMatchObject({
    type: "refund",
    amount: -29_00,
    fee: 0,
    net: -29_00,
    source: refund.id,
  });
  expect(await totalBalance(bench)).toBe(124_96 - 29_00);
});

test("a refund that fails after succeeding is returned to the balance", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench);
  const { id } = await bench.stripe.refunds.create({ charge: charge.id });
  await bench.control(`refunds/${id}/settle`, { outcome: "failed", reason: "lost_or_stolen_card" });
  const failed = await bench.stripe.refunds.retrieve(id, { expand: ["failure_balance_transaction"] });
  expect(failed).toMatchObject({
    status: "failed",
    failure_reason: "lost_or_stolen_card",
    failure_balance_transaction: { type: "refund_failure", amount: 129_00, net: 129_00 },
  });
  expect(await totalBalance(bench)).toBe(124_96);
});

test("a refund that waits for funds takes nothing until it succeeds, and fails without a trace", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench);
  await bench.control("refunds", { mode: "pending", reason: "insufficient_funds" });
  const first = await bench.stripe.refunds.create({ charge: charge.id, amount: 10_00 });
  const second = await bench.stripe.refunds.create({ charge: charge.id, amount: 20_00 });
  expect(first).toMatchObject({ status: "pending", pending_reason: "insufficient_funds", balance_transaction: null });
  await bench.control(`refunds/${first.id}/settle`, { outcome: "succeeded" });
  await bench.control(`refunds/${second.id}/settle`, { outcome: "failed" });
  const expand = ["balance_transaction", "failure_balance_transaction"];
  expect(await bench.stripe.refunds.retrieve(first.id, { expand })).toMatchObject({
    balance_transaction: { net: -10_00 },
  });
  const failed = await bench.stripe.refunds.retrieve(second.id, { expand });
  expect([failed.balance_transaction, failed.failure_balance_transaction]).toEqual([null, undefined]);
  expect(await totalBalance(bench)).toBe(124_96 - 10_00);
});

test("a refund in progress has already been taken from the balance", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench);
  await bench.control("refunds", { mode: "pending" });
  const refund = await bench.stripe.refunds.create({ charge: charge.id });
  expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
  expect(await bench.stripe.balanceTransactions.list({ source: refund.id })).toMatchObject({
    data: [{ net: -129_00 }],
  });
});

test("a refund made in the dashboard sends events, without the shop's metadata or request", async () => {
  const bench = await startBench();
  const { charge, intent } = await payCharge(bench);
  const { refund } = await bench.control(`charges/${charge.id}/refund`, { amount: 9_00 });
  expect(refund).toMatchObject({ amount: 9_00, metadata: {}, payment_intent: intent });
  const events = (await bench.stripe.events.list({ types: ["refund.created", "charge.refunded"] })).data;
  expect(events.map(({ type }) => type)).toEqual(["charge.refunded", "refund.created"]);
  expect(events[1]?.request).toEqual({ id: null, idempotency_key: null });
  expect(events[0]?.data.object).toMatchObject({ id: charge.id, amount_refunded: 9_00 });
  await expect(bench.control(`charges/${intent}/refund`, { amount: 200_00 })).rejects.toThrow("409");
});
