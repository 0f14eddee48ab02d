import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { stripe } from "~/platform/stripe.server";
import { reviewRefund } from "~/refunds/adopt-refund.server";
import { controlOf, payAtStripe } from "../../tests/support/pay-order";
import { createSampleOrder } from "../../tests/support/sample-order";
import { type RunningStandIn, startStandIn } from "../../tools/stripe-stand-in/start";
import { bookBalance } from "./book-balance.server";
import { checkDays } from "./check.server";

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

/** Asks Stripe for a refund and keeps it as the shop does. */
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

test("what Stripe kept of a payment is booked once, however often and by how many it is looked for", async () => {
  const id = await paid();
  expect(await entriesOf(id)).toEqual(["payment stripe 10545 items -9950 shipping -595"]);
  await Promise.all([bookBalance(), bookBalance(), bookBalance()]);
  await bookBalance();
  expect(await entriesOf(id)).toEqual(["fee fees 336 stripe -336", "payment stripe 10545 items -9950 shipping -595"]);
});

test("a fee whose transaction comes later than the charge is booked when it comes", async () => {
  await control("balance", { mode: "hold" });
  const id = await paid();
  await bookBalance();
  expect(await entriesOf(id)).toEqual(["payment stripe 10545 items -9950 shipping -595"]);
  await control("balance", { mode: "post" });
  await bookBalance();
  expect(await entriesOf(id)).toContain("fee fees 336 stripe -336");
});

test("a payment that nobody has taken note of waits for fulfilment, which decides what it was for", async () => {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  const session = await payAtStripe(standIn.url, id);
  await bookBalance();
  expect(await entriesOf(id)).toEqual(["fee fees 336 stripe -336"]);
  await reconcileWithStripe(session, "test");
  expect(await entriesOf(id)).toContain("payment stripe 10545 items -9950 shipping -595");
});

test("refunds, those that come back, and refunds of what was not fulfilled are booked where their own room has not", async () => {
  const id = await paid();
  const first = await refund(id, { items: 1000, shipping: 500 }, "amount");
  await refund(id, { items: 2000, shipping: 0 }, "unfulfilled");
  await bookBalance();
  await control(`refunds/${first}/settle`, { outcome: "failed" });
  await db().refund.update({ where: { stripeRefundId: first }, data: { state: "failed" } });
  await bookBalance();
  expect(await entriesOf(id)).toEqual(
    expect.arrayContaining([
      "refund items 1000 shipping 500 stripe -1500",
      "refund unfulfilled 2000 stripe -2000",
      "refund_failure items -1000 shipping -500 stripe 1500",
    ]),
  );
});

test("a refund made in Stripe's dashboard waits until the shop knows it, and holds up nothing", async () => {
  const id = await paid();
  await control(`charges/${await chargeOf(id)}/refund`, { amount: 700 });
  const later = await paid();
  await bookBalance();
  expect(await entriesOf(later)).toContain("fee fees 336 stripe -336");
  expect((await entriesOf(id)).filter((entry) => entry.startsWith("refund"))).toEqual([]);
});

test("a dispute takes the money and a fee, and gives the money back when it is won", async () => {
  const id = await paid();
  const { dispute } = await control(`charges/${await chargeOf(id)}/dispute`);
  await bookBalance();
  expect(await entriesOf(id)).toEqual(
    expect.arrayContaining(["dispute stripe -10545 disputes 10545", "fee fees 1500 stripe -1500"]),
  );
  await control(`disputes/${dispute.id}/close`, { outcome: "won" });
  await bookBalance();
  expect(await entriesOf(id)).toContain("dispute stripe 10545 disputes -10545");
});

test("a payout goes to the bank", async () => {
  await paid();
  await control("clock", { advanceSeconds: 3 * 24 * 3600 });
  const { payout } = await control("payouts");
  await bookBalance();
  expect(await entriesOf(null)).toContain(`payout bank ${payout.amount} stripe ${-payout.amount}`);
});

test("a payment for nothing of ours is booked as unexplained, and staff are told once", async () => {
  await stripe().paymentIntents.create({
    amount: 4321,
    currency: "usd",
    confirm: true,
    payment_method: "pm_card_visa",
  });
  await bookBalance();
  await bookBalance();
  expect(await entriesOf(null)).toContain("adjustment stripe 4321 unexplained -4321");
  const told = await db().outboxMessage.findMany({ where: { kind: "staff-alert" } });
  expect(told.map(({ payload }) => payload)).toEqual([{ what: expect.stringContaining("can’t explain") }]);
});

test("a refund that the balance tells of before the shop has heard of its payment waits, and finds its order", async () => {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  const session = await payAtStripe(standIn.url, id);
  const { payment_intent: intent } = await stripe().checkout.sessions.retrieve(session);
  const { id: refundId } = await stripe().refunds.create({ payment_intent: String(intent) });
  await bookBalance();
  expect(await entriesOf(id)).toEqual(["fee fees 336 stripe -336"]);
  expect(await db().ledgerEntry.count({ where: { orderId: null, reference: `refund:${refundId}` } })).toBe(0);
  await reconcileWithStripe(session, "test");
  await reviewRefund(refundId);
  await bookBalance();
  expect(await entriesOf(id)).toEqual(
    expect.arrayContaining([
      "payment stripe 10545 items -9950 shipping -595",
      "refund items 9950 shipping 595 stripe -10545",
    ]),
  );
  expect((await checkDays({})).differences.filter(({ orderId }) => orderId === id)).toEqual([]);
});
