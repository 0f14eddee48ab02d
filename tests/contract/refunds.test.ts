import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { eventually, openAccount, pay, refusalOf } from "./account";

test("refunds return the requested amounts, and together no more than was paid", async () => {
  const { stripe } = await openAccount();
  const { id: payment_intent } = await pay(stripe, "pm_card_visa");
  const part = await stripe.refunds.create(
    { payment_intent, amount: 29_00, reason: "requested_by_customer", metadata: { refund_id: "3" } },
    { idempotencyKey: randomUUID() },
  );
  expect(part).toMatchObject({ object: "refund", status: "succeeded", amount: 29_00, metadata: { refund_id: "3" } });
  const tooMuch = await refusalOf(stripe.refunds.create({ payment_intent, amount: 100_01 }));
  expect(tooMuch).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400, param: "amount" });
  const rest = await stripe.refunds.create({ payment_intent });
  expect(rest.amount).toBe(100_00);
  expect((await refusalOf(stripe.refunds.create({ payment_intent }))).code).toBe("charge_already_refunded");
  const { data } = await stripe.refunds.list({ payment_intent });
  expect(data.map(({ id }) => id)).toEqual([rest.id, part.id]);
  const { latest_charge } = await stripe.paymentIntents.retrieve(payment_intent, { expand: ["latest_charge"] });
  expect(latest_charge).toMatchObject({ refunded: true, amount_refunded: 129_00 });
});

test("PAYMENTS 5: the same key refunds once", async () => {
  const { stripe } = await openAccount();
  const { id: payment_intent } = await pay(stripe, "pm_card_visa");
  const idempotencyKey = randomUUID();
  const attempt = () => stripe.refunds.create({ payment_intent, amount: 10_00 }, { idempotencyKey });
  expect((await attempt()).id).toBe((await attempt()).id);
  expect((await stripe.refunds.list({ payment_intent })).data).toHaveLength(1);
});

test("a refund's balance transaction takes the amount and returns no fee", async () => {
  const { stripe } = await openAccount();
  const { id: payment_intent } = await pay(stripe, "pm_card_bypassPending");
  const { id } = await stripe.refunds.create({ payment_intent, amount: 29_00 });
  const transaction = await eventually(async () => {
    const refund = await stripe.refunds.retrieve(id, { expand: ["balance_transaction"] });
    expect(refund.balance_transaction).not.toBeNull();
    return refund.balance_transaction as Stripe.BalanceTransaction;
  });
  expect(transaction).toMatchObject({ type: "refund", amount: -29_00, fee: 0, net: -29_00, source: id });
});

test("a refund can fail after succeeding, and the money returns to the balance", async () => {
  const { stripe } = await openAccount();
  const { id: payment_intent } = await pay(stripe, "pm_card_refundFail");
  const { id } = await stripe.refunds.create({ payment_intent });
  const failed = await eventually(async () => {
    const refund = await stripe.refunds.retrieve(id, { expand: ["failure_balance_transaction"] });
    expect(refund.status).toBe("failed");
    return refund;
  });
  expect(failed).toMatchObject({ failure_reason: expect.any(String), failure_balance_transaction: { amount: 129_00 } });
});

test("events report a refund, with the key that requested it", async () => {
  const { stripe } = await openAccount();
  const { id: payment_intent, created } = await pay(stripe, "pm_card_visa");
  const idempotencyKey = randomUUID();
  const refund = await stripe.refunds.create({ payment_intent, amount: 9_00 }, { idempotencyKey });
  await eventually(async () => {
    const types = ["refund.created", "charge.refunded"];
    const { data } = await stripe.events.list({ types, created: { gte: created - 5 }, limit: 100 });
    const event = data.find(
      ({ type, data: { object } }) => type === "refund.created" && "id" in object && object.id === refund.id,
    );
    expect(event?.request?.idempotency_key).toBe(idempotencyKey);
    const ofCharge = data.find(
      ({ type, data: { object } }) => type === "charge.refunded" && "id" in object && object.id === refund.charge,
    );
    expect(ofCharge?.data.object).toMatchObject({ amount_refunded: 9_00 });
  });
});
