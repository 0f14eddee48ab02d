import { afterAll, beforeAll, expect, test } from "vitest";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { db } from "~/platform/db/client.server";
import { tamper } from "../../../tests/support/database/tamper";
import { payAtStripe } from "../../../tests/support/orders/pay-order";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { postBalance } from "./balance.server";

let standIn: RunningStandIn;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
});
afterAll(() => standIn.close());

test("orders from before the ledger are posted by a process's first look, no matter how old they are", async () => {
  const fulfilled = await createSampleOrder({ email: "one@example.com" });
  const mismatched = await createSampleOrder({ email: "two@example.com" });
  for (const id of [fulfilled, mismatched]) await reconcileWithStripe(await payAtStripe(standIn.url, id), "test");
  await tamper(async () => {
    await db().ledgerPosting.deleteMany();
    await db().ledgerEntry.deleteMany();
  });
  await db().order.update({ where: { id: fulfilled }, data: { stripeChargeId: null } });
  const before = { state: "attention", number: null, paidAt: null, receivedCents: 0, stripeChargeId: null } as const;
  await db().order.update({ where: { id: mismatched }, data: before });

  const aYearLater = new Date(Date.now() + 400 * 24 * 3_600_000);
  await postBalance(aYearLater);

  const entries = await db().ledgerEntry.findMany({ include: { postings: true } });
  const accountsOf = (orderId: string) =>
    entries
      .filter((entry) => entry.orderId === orderId)
      .flatMap(({ postings }) => postings.map(({ account }) => account));
  expect(accountsOf(fulfilled).sort()).toEqual(["fees", "items", "shipping", "stripe", "stripe"]);
  expect(accountsOf(mismatched).sort()).toEqual(["fees", "stripe", "stripe", "unfulfilled"]);
  // The amount received wasn't saved then; without it, nothing could be refunded.
  expect(await db().order.findUniqueOrThrow({ where: { id: mismatched } })).toMatchObject({
    receivedCents: 10545,
    stripeChargeId: expect.stringMatching(/^ch_/),
  });
});
