import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { syncRefund } from "~/refunds/process/sync.server";
import { controlOf, payAtStripe } from "../../../tests/support/orders/pay-order";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { checkDays } from "../check/days.server";
import { postBalance } from "./balance.server";

let standIn: RunningStandIn;
let control: ReturnType<typeof controlOf>;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  control = controlOf(standIn.url);
});
afterAll(() => standIn.close());
beforeEach(() => control("balance", { mode: "post" }));

const entriesOf = async (orderId: string | null) => {
  const rows = await db().ledgerEntry.findMany({
    where: { orderId },
    include: { postings: { orderBy: { position: "asc" } } },
  });
  const lines = rows.map(({ kind, postings }) =>
    [kind, ...postings.flatMap(({ account, amountCents }) => [account, amountCents])].join(" "),
  );
  return lines.sort();
};
const chargeOf = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).stripeChargeId ?? "";

async function paid() {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  await reconcileWithStripe(await payAtStripe(standIn.url, id), "test");
  return id;
}

/** Makes a refund at Stripe and saves it like the shop. */
async function refund(orderId: string, amounts: { items: number; shipping: number }, kind: "amount" | "unfulfilled") {
  const { stripePaymentIntentId } = await db().order.findUniqueOrThrow({ where: { id: orderId } });
  const amount = amounts.items + amounts.shipping;
  const { id } = await stripe().refunds.create({ payment_intent: stripePaymentIntentId ?? "", amount });
  await db().order.update({ where: { id: orderId }, data: { refundedCents: { increment: amount } } });
  await db().refund.create({
    data: {
      orderId,
      kind,
      amountCents: amount,
      itemsCents: amounts.items,
      shippingCents: amounts.shipping,
      reason: "test",
      state: "succeeded",
      idempotencyKey: id,
      stripeRefundId: id,
      createdAt: new Date(),
    },
  });
  return id;
}

test("Stripe's fee on a payment is posted once, no matter how often and by how many processes", async () => {
  const id = await paid();
  expect(await entriesOf(id)).toEqual(["payment stripe 10545 items -9950 shipping -595"]);
  await Promise.all([postBalance(), postBalance(), postBalance()]);
  await postBalance();
  expect(await entriesOf(id)).toEqual(["fee fees 336 stripe -336", "payment stripe 10545 items -9950 shipping -595"]);
});

test("a fee whose transaction arrives after the charge is posted when it arrives", async () => {
  await control("balance", { mode: "hold" });
  const id = await paid();
  await postBalance();
  expect(await entriesOf(id)).toEqual(["payment stripe 10545 items -9950 shipping -595"]);
  await control("balance", { mode: "post" });
  await postBalance();
  expect(await entriesOf(id)).toContain("fee fees 336 stripe -336");
});

test("an unrecorded payment waits for fulfillment, which decides what it was for", async () => {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  const session = await payAtStripe(standIn.url, id);
  await postBalance();
  expect(await entriesOf(id)).toEqual(["fee fees 336 stripe -336"]);
  await reconcileWithStripe(session, "test");
  expect(await entriesOf(id)).toContain("payment stripe 10545 items -9950 shipping -595");
});

test("refunds, returned refunds, and refunds of unfulfilled payments are posted if the refunds room hasn't done it", async () => {
  const id = await paid();
  const first = await refund(id, { items: 1000, shipping: 500 }, "amount");
  await refund(id, { items: 2000, shipping: 0 }, "unfulfilled");
  await postBalance();
  await control(`refunds/${first}/settle`, { outcome: "failed" });
  await db().refund.update({ where: { stripeRefundId: first }, data: { state: "failed" } });
  await postBalance();
  expect(await entriesOf(id)).toEqual(
    expect.arrayContaining([
      "refund items 1000 shipping 500 stripe -1500",
      "refund unfulfilled 2000 stripe -2000",
      "refund_failure items -1000 shipping -500 stripe 1500",
    ]),
  );
});

test("a refund made in Stripe's dashboard waits until the shop knows it, and blocks nothing", async () => {
  const id = await paid();
  await control(`charges/${await chargeOf(id)}/refund`, { amount: 700 });
  const later = await paid();
  await postBalance();
  expect(await entriesOf(later)).toContain("fee fees 336 stripe -336");
  expect((await entriesOf(id)).filter((entry) => entry.startsWith("refund"))).toEqual([]);
});

test("a dispute takes the money and a fee, and a win returns the money", async () => {
  const id = await paid();
  const { dispute } = await control(`charges/${await chargeOf(id)}/dispute`);
  await postBalance();
  expect(await entriesOf(id)).toEqual(
    expect.arrayContaining(["dispute stripe -10545 disputes 10545", "fee fees 1500 stripe -1500"]),
  );
  await control(`disputes/${dispute.id}/close`, { outcome: "won" });
  await postBalance();
  expect(await entriesOf(id)).toContain("dispute stripe 10545 disputes -10545");
});

test("a payout goes to the bank", async () => {
  await paid();
  await control("clock", { advanceSeconds: 3 * 24 * 3600 });
  const { payout } = await control("payouts");
  await postBalance();
  expect(await entriesOf(null)).toContain(`payout bank ${payout.amount} stripe ${-payout.amount}`);
});

test("an unknown payment is posted as unexplained, and staff are alerted once", async () => {
  await stripe().paymentIntents.create({
    amount: 4321,
    currency: "usd",
    confirm: true,
    payment_method: "pm_card_visa",
  });
  await postBalance();
  await postBalance();
  expect(await entriesOf(null)).toContain("adjustment stripe 4321 unexplained -4321");
  const alerts = await db().outboxMessage.findMany({ where: { kind: "staff-alert" } });
  expect(alerts.map(({ payload }) => payload)).toEqual([{ what: expect.stringContaining("can’t explain") }]);
});

test("a refund that arrives before its payment waits, and finds its order", async () => {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  const session = await payAtStripe(standIn.url, id);
  const { payment_intent: intent } = await stripe().checkout.sessions.retrieve(session);
  const { id: refundId } = await stripe().refunds.create({ payment_intent: String(intent) });
  await postBalance();
  expect(await entriesOf(id)).toEqual(["fee fees 336 stripe -336"]);
  expect(await db().ledgerEntry.count({ where: { orderId: null, reference: `refund:${refundId}` } })).toBe(0);
  await reconcileWithStripe(session, "test");
  await syncRefund(refundId);
  await postBalance();
  expect(await entriesOf(id)).toEqual(
    expect.arrayContaining([
      "payment stripe 10545 items -9950 shipping -595",
      "refund items 9950 shipping 595 stripe -10545",
    ]),
  );
  expect((await checkDays({})).differences.filter(({ orderId }) => orderId === id)).toEqual([]);
});
