import type Stripe from "stripe";
import { expect, test } from "vitest";
import { eventually, payOrder, refusalOf, startBench } from "./support/bench";
import { payCharge } from "./support/money";

const twoDays = 2 * 24 * 60 * 60;

test("the available balance is paid out once, and the payout lists what it paid", async () => {
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

test("balance transactions can be filtered by type, source, and time, page by page", async () => {
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
