import { expect, test } from "vitest";
import { type Bench, payOrder, refusalOf, startBench } from "./support/bench";
import { disputedOrder } from "./support/money";

const typesOf = async ({ stripe }: Bench) =>
  (await stripe.events.list({ type: "charge.dispute.*" })).data
    .map(({ type }) => type.replace("charge.dispute.", ""))
    .reverse();

test("a dispute takes the money and its fee, marks the charge, and sends its events", async () => {
  const bench = await startBench();
  const dueBy = Math.floor(Date.now() / 1000) + 1000;
  const { intent, dispute } = await disputedOrder(bench, { reason: "product_not_received", dueBy });
  const found = await bench.stripe.disputes.retrieve(dispute.id, { expand: ["charge"] });
  expect(found).toMatchObject({
    object: "dispute",
    amount: 129_00,
    reason: "product_not_received",
    status: "needs_response",
    payment_intent: intent,
    is_charge_refundable: false,
    charge: { disputed: true },
    evidence_details: { due_by: dueBy, has_evidence: false, past_due: false, submission_count: 0 },
    balance_transactions: [{ type: "adjustment", amount: -129_00, fee: 15_00, net: -144_00, source: dispute.id }],
  });
  expect(await typesOf(bench)).toEqual(["created", "funds_withdrawn"]);
  expect((await bench.stripe.disputes.list({ payment_intent: intent })).data).toMatchObject([{ id: dispute.id }]);
});

test("a disputed charge can't be refunded, by the shop or in the dashboard", async () => {
  const bench = await startBench();
  const { intent } = await disputedOrder(bench);
  const refusal = await refusalOf(bench.stripe.refunds.create({ payment_intent: intent }));
  expect(refusal).toMatchObject({ statusCode: 400, code: "charge_disputed" });
  await expect(bench.control(`charges/${intent}/refund`)).rejects.toThrow("409");
  expect((await bench.stripe.refunds.list({ payment_intent: intent })).data).toEqual([]);
});

test("evidence waits until it is submitted, and the bank decides for the shop: the money comes back, the fee doesn't", async () => {
  const bench = await startBench();
  const { dispute } = await disputedOrder(bench);
  const staged = await bench.stripe.disputes.update(dispute.id, {
    evidence: { customer_name: "Pat Shopper", product_description: "Course" },
    submit: false,
  });
  expect(staged).toMatchObject({
    status: "needs_response",
    evidence_details: { has_evidence: true, submission_count: 0 },
  });
  const submitted = await bench.stripe.disputes.update(dispute.id, { evidence: { product_description: "" } });
  expect(submitted).toMatchObject({
    status: "under_review",
    evidence: { customer_name: "Pat Shopper", product_description: null },
    evidence_details: { submission_count: 1 },
  });
  await bench.control(`disputes/${dispute.id}/close`, { outcome: "won" });
  const won = await bench.stripe.disputes.retrieve(dispute.id);
  expect(won).toMatchObject({
    status: "won",
    balance_transactions: [{ net: -144_00 }, { type: "adjustment", net: 129_00 }],
  });
  expect(await typesOf(bench)).toEqual([
    "created",
    "funds_withdrawn",
    "updated",
    "updated",
    "closed",
    "funds_reinstated",
  ]);
});

test("a lost dispute is closed, takes no more evidence, and never allows a refund of the charge", async () => {
  const bench = await startBench();
  const { intent, dispute } = await disputedOrder(bench);
  await bench.control(`disputes/${dispute.id}/close`, { outcome: "lost" });
  expect(await typesOf(bench)).toEqual(["created", "funds_withdrawn", "closed"]);
  expect((await refusalOf(bench.stripe.disputes.update(dispute.id, {}))).message).toContain("already closed");
  expect((await refusalOf(bench.stripe.refunds.create({ payment_intent: intent }))).code).toBe("charge_disputed");
  await expect(bench.control(`disputes/${dispute.id}/close`, { outcome: "won" })).rejects.toThrow("409");
  await expect(bench.control(`charges/${intent}/dispute`)).rejects.toThrow("409");
});

test("an inquiry takes nothing, can be answered with a refund, and is closed", async () => {
  const bench = await startBench();
  const { intent, dispute } = await disputedOrder(bench, { inquiry: true });
  expect(dispute).toMatchObject({
    status: "warning_needs_response",
    balance_transactions: [],
    is_charge_refundable: true,
  });
  await expect(bench.control(`disputes/${dispute.id}/close`, { outcome: "lost" })).rejects.toThrow("409");
  expect((await bench.stripe.refunds.create({ payment_intent: intent })).status).toBe("succeeded");
  await bench.control(`disputes/${dispute.id}/close`, { outcome: "warning_closed" });
  expect((await bench.stripe.disputes.retrieve(dispute.id)).status).toBe("warning_closed");
  expect(await typesOf(bench)).toEqual(["created", "closed"]);
});

test("a refunded charge can't be disputed", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  await bench.stripe.refunds.create({ payment_intent: intent, amount: 29_00 });
  const { dispute } = await bench.control(`charges/${intent}/dispute`);
  expect(dispute.amount).toBe(100_00);
});

test("part of a charge can be disputed, but not more than the charge", async () => {
  const bench = await startBench();
  const { dispute } = await disputedOrder(bench, { amount: 29_00 });
  expect(dispute.balance_transactions[0]?.net).toBe(-44_00);
  const { intent } = await payOrder(bench);
  await expect(bench.control(`charges/${intent}/dispute`, { amount: 129_01 })).rejects.toThrow("400");
});
