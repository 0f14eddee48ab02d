import { expect, test } from "vitest";
import { chargeFee } from "../objects/balance-transaction";
import { startBench } from "./support/bench";
import { payCharge } from "./support/money";

test.each([
  { amount: 129_00, fee: 4_04 },
  { amount: 50, fee: 31 },
  { amount: 100_00, fee: 3_20 },
  { amount: 1_50, fee: 34 },
  { amount: 12_00, fee: 65 },
])("Stripe keeps $fee of $amount", ({ amount, fee }) => {
  expect(chargeFee(amount)).toBe(fee);
});

test("a paid session links to its charge, card, fee, and net", async () => {
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

test("a control chooses the card on the receipt", async () => {
  const bench = await startBench();
  const { charge } = await payCharge(bench, { card: { brand: "jcb", last4: "0505" } });
  expect(charge.payment_method_details?.card).toMatchObject({ brand: "jcb", last4: "0505", exp_month: 12 });
});

test("a charge's balance transaction may come late, and an event reports it", async () => {
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
