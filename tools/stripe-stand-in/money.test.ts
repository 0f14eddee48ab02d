import type Stripe from "stripe";
import { expect, test } from "vitest";
import { chargeFee } from "./objects/balance-transaction";
import { type Bench, eventually, payOrder, refusalOf, startBench } from "./testing/bench";

const twoDays = 2 * 24 * 60 * 60;

async function payCharge(bench: Bench, body: object = {}) {
  const { id } = await bench.stripe.checkout.sessions.create(anOrder);
  await bench.control(`sessions/${id}/pay`, { outcome: "paid", ...body });
  const session = await bench.stripe.checkout.sessions.retrieve(id, {
    expand: ["payment_intent.latest_charge.balance_transaction"],
  });
  const intent = session.payment_intent as Stripe.PaymentIntent;
  return { intent: intent.id, charge: intent.latest_charge as Stripe.Charge };
}

const anOrder: Stripe.Checkout.SessionCreateParams = {
  mode: "payment",
  success_url: "http://127.0.0.1:9/thanks",
  line_items: [
    { quantity: 1, price_data: { currency: "usd", unit_amount: 129_00, product_data: { name: "Doses in CT" } } },
  ],
  payment_intent_data: { receipt_email: "pat@example.com" },
};

test.each([
  { amount: 129_00, fee: 4_04 },
  { amount: 50, fee: 31 },
  { amount: 100_00, fee: 3_20 },
  { amount: 1_50, fee: 34 },
  { amount: 12_00, fee: 65 },
])("of $amount Stripe keeps $fee", ({ amount, fee }) => {
  expect(chargeFee(amount)).toBe(fee);
});

test("a paid session leads to its charge, card, fee and net", async () => {
  const bench = await startBench();
  const { charge, intent } = await payCharge(bench);
  expect(charge).toMatchObject({
    payment_intent: intent,
    receipt_email: "pat@example.com",
    disputed: false,
    refunded: false,
    amount_refunded: 0,
    payment_method_details: { type: "card", card: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2034 } },
    balance_transaction: {
      object: "balance_transaction",
      type: "charge",
      amount: 129_00,
      fee: 4_04,
      net: 124_96,
      source: charge.id,
      status: "pending",
      fee_details: [{ type: "stripe_fee", amount: 4_04 }],
    },
  });
  expect(await bench.stripe.charges.retrieve(charge.id)).toMatchObject({ id: charge.id, amount: 129_00 });
  const { data } = await bench.stripe.charges.list({ payment_intent: intent });
  expect(data.map(({ id }) => id)).toEqual([charge.id]);
});

test("a control chooses the card of the receipt", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench, { card: { brand: "jcb", last4: "0505" } });
  expect(charge.payment_method_details?.card).toMatchObject({ brand: "jcb", last4: "0505", exp_month: 12 });
});

test("a charge's balance transaction may come late, and an event tells of it", async () => {
  const bench = await startBench();
  await bench.control("balance", { mode: "hold" });
  const { charge } = await payCharge(bench);
  expect(charge.balance_transaction).toBeNull();
  expect(await bench.control("balance", { mode: "post" })).toMatchObject({ posted: 1 });
  const posted = await bench.stripe.charges.retrieve(charge.id, { expand: ["balance_transaction"] });
  expect(posted.balance_transaction).toMatchObject({ amount: 129_00, fee: 4_04 });
  const [event] = (await bench.stripe.events.list({ type: "charge.updated" })).data;
  expect(event?.data).toMatchObject({ object: { id: charge.id }, previous_attributes: { balance_transaction: null } });
});

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

test("a refund that failed after success is given back to the balance", async () => {
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

test("a refund on its way has been taken from the balance already", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench);
  await bench.control("refunds", { mode: "pending" });
  const refund = await bench.stripe.refunds.create({ charge: charge.id });
  expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
  expect(await bench.stripe.balanceTransactions.list({ source: refund.id })).toMatchObject({
    data: [{ net: -129_00 }],
  });
});

test("a refund made in the dashboard tells of itself, without the shop's metadata or request", async () => {
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

test("what is available is paid out once, and the payout knows what it paid", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench);
  await expect(bench.control("payouts")).rejects.toThrow("409");
  await bench.control("clock", { advanceSeconds: twoDays });
  await payCharge(bench);
  expect(await bench.stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 124_96, currency: "usd" }],
    pending: [{ amount: 124_96, currency: "usd" }],
    livemode: false,
  });
  const { payout } = await bench.control("payouts");
  expect(await bench.stripe.payouts.retrieve(payout.id, { expand: ["balance_transaction"] })).toMatchObject({
    amount: 124_96,
    status: "paid",
    balance_transaction: { type: "payout", net: -124_96 },
  });
  const { data } = await bench.stripe.balanceTransactions.list({ payout: payout.id, expand: ["data.source"] });
  expect(data.map(({ type, source }) => [type, (source as { id: string }).id])).toEqual([
    ["payout", payout.id],
    ["charge", charge.id],
  ]);
  expect((await bench.stripe.payouts.list({ status: "paid" })).data).toMatchObject([{ id: payout.id }]);
  expect((await bench.stripe.balance.retrieve()).available).toMatchObject([{ amount: 0 }]);
  await eventually(() => expect(bench.receiver.events.map(({ type }) => type)).toContain("payout.paid"));
  await expect(bench.control("payouts")).rejects.toThrow("409");
});

test("balance transactions are sifted by type, source and time, page by page", async () => {
  const bench = await startBench();
  const first = await payOrder(bench);
  await bench.control("clock", { advanceSeconds: 100 });
  const refund = await bench.stripe.refunds.create({ payment_intent: first.intent });
  const { list } = {
    list: (params: Stripe.BalanceTransactionListParams) => bench.stripe.balanceTransactions.list(params),
  };
  const typesOf = async (params: Stripe.BalanceTransactionListParams) =>
    (await list(params)).data.map(({ type }) => type);
  expect(await typesOf({})).toEqual(["refund", "charge"]);
  expect(await typesOf({ limit: 1 })).toEqual(["refund"]);
  expect(await typesOf({ type: "charge" })).toEqual(["charge"]);
  expect(await typesOf({ source: refund.id })).toEqual(["refund"]);
  expect(await typesOf({ created: { lt: refund.created - 50 } })).toEqual(["charge"]);
  const [newest] = (await list({})).data;
  expect(await bench.stripe.balanceTransactions.retrieve(newest?.id ?? "")).toMatchObject({ id: newest?.id });
  expect(await refusalOf(list({ payout: "po_gone" }))).toMatchObject({ statusCode: 404 });
});

async function totalBalance({ stripe }: Bench): Promise<number> {
  const { available, pending } = await stripe.balance.retrieve();
  return (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0);
}
