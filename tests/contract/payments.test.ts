import type Stripe from "stripe";
import { expect, test } from "vitest";
import { eventually, openAccount, pay, refusalOf } from "./account";

test("a payment links to its charge, with the card's brand and last digits", async () => {
  const { stripe } = await openAccount();
  const { id } = await pay(stripe, "pm_card_visa");
  const intent = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
  const charge = intent.latest_charge as Stripe.Charge;
  expect(intent).toMatchObject({ status: "succeeded", amount_received: 129_00, metadata: { order_id: "7" } });
  expect(charge).toMatchObject({
    payment_intent: id,
    paid: true,
    disputed: false,
    refunded: false,
    amount_refunded: 0,
    payment_method_details: { type: "card", card: { brand: "visa", last4: "4242", exp_month: expect.any(Number) } },
  });
  expect((await stripe.charges.list({ payment_intent: id })).data.map((each) => each.id)).toEqual([charge.id]);
});

test("a charge gets its balance transaction sooner or later: amount, fee, and net", async () => {
  const { stripe } = await openAccount();
  const { latest_charge } = await pay(stripe, "pm_card_visa");
  const transaction = await eventually(async () => {
    const charge = await stripe.charges.retrieve(String(latest_charge), { expand: ["balance_transaction"] });
    expect(charge.balance_transaction).not.toBeNull();
    return charge.balance_transaction as Stripe.BalanceTransaction;
  });
  expect(transaction).toMatchObject({ type: "charge", amount: 129_00, source: latest_charge, currency: "usd" });
  expect(transaction.fee).toBeGreaterThan(0);
  expect(transaction.net).toBe(129_00 - transaction.fee);
  const { data } = await stripe.balanceTransactions.list({ source: String(latest_charge), type: "charge" });
  expect(data.map(({ id }) => id)).toEqual([transaction.id]);
});

test("a declined card is a card error, and nothing is paid", async () => {
  const { stripe } = await openAccount();
  const refusal = await refusalOf(pay(stripe, "pm_card_chargeDeclined"));
  expect(refusal).toMatchObject({ type: "StripeCardError", statusCode: 402, code: "card_declined" });
});

test("the balance and payouts can be read", async () => {
  const { stripe } = await openAccount();
  await pay(stripe, "pm_card_bypassPending");
  const balance = await stripe.balance.retrieve();
  expect(balance).toMatchObject({ object: "balance", livemode: false });
  expect(balance.available.concat(balance.pending).every(({ amount }) => Number.isInteger(amount))).toBe(true);
  expect(await stripe.payouts.list({ limit: 1 })).toMatchObject({ object: "list", url: "/v1/payouts" });
});
