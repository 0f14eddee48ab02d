import { afterAll, beforeAll, expect, test } from "vitest";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { addDays, dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { tamper } from "../../../tests/support/database/tamper";
import { controlOf, payAtStripe } from "../../../tests/support/orders/pay-order";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { postBalance } from "../post/balance.server";
import { checkDays } from "./days.server";

const today = dayIn(new Date(), "America/Chicago");
let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());

async function paid(): Promise<string> {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  await reconcileWithStripe(await payAtStripe(standIn.url, id), "test");
  return id;
}

test("the books of a day with payments, fees, and a dispute are right; one lost entry shows on its day", async () => {
  const id = await paid();
  await paid();
  await controlOf(standIn.url)(`charges/${(await order(id)).stripeChargeId}/dispute`);
  await postBalance();
  const { days, differences } = await checkDays({ from: today, to: today });
  expect(differences).toEqual([]);
  expect(days).toMatchObject([
    {
      day: today,
      received: 2 * 10545,
      figures: { items: 2 * 9950, shipping: 2 * 595, fees: -(2 * 336 + 1500), disputes: -10545 },
    },
  ]);

  await tamper(async () => {
    await db().ledgerPosting.deleteMany({ where: { entry: { orderId: id, kind: "payment" } } });
    await db().ledgerEntry.deleteMany({ where: { orderId: id, kind: "payment" } });
  });
  const { number } = await order(id);
  const lost = expect.objectContaining({
    orderId: id,
    about: `Order ${number}`,
    what: expect.stringMatching(/no payment/),
  });
  expect((await checkDays({})).differences).toContainEqual(lost);
  expect((await checkDays({ from: today, to: today })).differences).toContainEqual(lost);
  expect((await checkDays({ to: addDays(today, -1) })).differences).toEqual([]);
});

test("an order with entries on several days is complete on each of them", async () => {
  const id = await paid();
  await postBalance();
  const earlier = { where: { orderId: id, kind: "payment" as const }, data: { day: addDays(today, -40) } };
  await tamper(() => db().ledgerEntry.updateMany(earlier));
  for (const day of [addDays(today, -40), today]) {
    const { differences } = await checkDays({ from: day, to: day });
    expect(differences.filter(({ orderId }) => orderId === id)).toEqual([]);
  }
});

function order(id: string) {
  return db().order.findUniqueOrThrow({ where: { id } });
}
