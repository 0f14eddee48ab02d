import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reconcileWithStripe } from "~/checkout/settle/reconcile.server";
import { addDays, boundsOfDay, dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { tamper } from "../../../tests/support/database/tamper";
import { controlOf, payAtStripe } from "../../../tests/support/orders/pay-order";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { type RunningStandIn, startStandIn } from "../../../tools/stripe-stand-in/start";
import { reconcile } from "./day.server";
import { reconcileDays } from "./days.server";
import { readReconciled } from "./results.server";

const today = dayIn(new Date(), "America/Chicago");
const dayMilliseconds = 24 * 3_600_000;
const tomorrowNoon = new Date(boundsOfDay(today, "America/Chicago").ends.getTime() + dayMilliseconds / 2);
/** Each check is later than the one before, after the day has ended. */
let checks = 0;
const later = () => {
  checks += 1;
  return new Date(tomorrowNoon.getTime() + checks * 1000);
};

let standIn: RunningStandIn;
let control: ReturnType<typeof controlOf>;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  control = controlOf(standIn.url);
});
afterAll(() => standIn.close());
beforeEach(async () => {
  await db().reconciliation.deleteMany();
  await db().outboxMessage.deleteMany();
});

async function paid(): Promise<{ id: string; charge: string }> {
  const id = await createSampleOrder({ email: `${newSecret()}@example.com` });
  await reconcileWithStripe(await payAtStripe(standIn.url, id), "test");
  const { stripeChargeId } = await db().order.findUniqueOrThrow({ where: { id } });
  return { id, charge: stripeChargeId ?? "" };
}
const alerts = () => db().outboxMessage.count({ where: { kind: "staff-alert" } });
const referencesIn = (row: Awaited<ReturnType<typeof readReconciled>>) =>
  row?.differences.map(({ kind, reference }) => `${kind} ${reference}`);

test("a day with the same movements on both sides agrees to the cent once anything missed is posted", async () => {
  const { charge } = await paid();
  await paid();
  await control(`charges/${charge}/dispute`);
  await reconcile(today, { time: later() });
  const row = await readReconciled(today);
  expect(row).toMatchObject({ differences: [] });
  expect(row?.stripeCents).toBe(row?.ledgerCents);
  expect(row?.stripeCents).toBe(2 * (10545 - 336) - 10545 - 1500);
  expect(await alerts()).toBe(0);
});

test("every difference is listed, and staff are alerted to each once, by any process", async () => {
  const { id, charge } = await paid();
  await reconcile(today, { time: later() });
  const { refund } = await control(`charges/${charge}/refund`, { amount: 700 });
  const entry = await db().ledgerEntry.findUniqueOrThrow({ where: { reference: `payment:${charge}` } });
  const setItems = (stripe: number) =>
    tamper(async () => {
      const of = (account: string) => ({ entryId: entry.id, account });
      await db().ledgerPosting.updateMany({ where: of("stripe"), data: { amountCents: stripe } });
      await db().ledgerPosting.updateMany({ where: of("items"), data: { amountCents: 595 - stripe } });
    });
  await setItems(10546);
  await db().ledgerEntry.create({
    data: {
      kind: "payout",
      reference: "payout:po_of_nobody",
      at: new Date(),
      day: today,
      postings: {
        create: [
          { position: 0, account: "bank", amountCents: 5 },
          { position: 1, account: "stripe", amountCents: -5 },
        ],
      },
    },
  });
  await Promise.all([1, 2, 3].map(() => reconcile(today, { time: later() })));
  const row = await readReconciled(today);
  expect(referencesIn(row)?.sort()).toEqual([
    `only-at-stripe refund:${refund.id}`,
    "only-here payout:po_of_nobody",
    `other-amount payment:${charge}`,
  ]);
  expect(row?.differences.find(({ kind }) => kind === "only-at-stripe")).toMatchObject({
    orderId: id,
    stripeCents: -700,
    why: "The shop hasn’t recorded this refund yet.",
  });
  expect((row?.stripeCents ?? 0) - (row?.ledgerCents ?? 0)).toBe(-700 - 1 + 5);
  expect(await alerts()).toBe(1);
  await reconcile(today, { time: later() });
  expect(await alerts()).toBe(1);

  await setItems(10545);
  await tamper(async () => {
    await db().ledgerPosting.deleteMany({ where: { entry: { reference: "payout:po_of_nobody" } } });
    await db().ledgerEntry.deleteMany({ where: { reference: "payout:po_of_nobody" } });
  });
  await db().order.update({ where: { id }, data: { refundedCents: 700 } });
  await db().refund.create({
    data: {
      orderId: id,
      kind: "outside",
      amountCents: 700,
      itemsCents: 700,
      reason: "made in Stripe",
      state: "succeeded",
      idempotencyKey: refund.id,
      stripeRefundId: refund.id,
      createdAt: new Date(),
    },
  });
  await reconcile(today, { time: later() });
  expect(await readReconciled(today)).toMatchObject({ differences: [] });
});

test("money on the other side of midnight from its entry is the same money", async () => {
  const { charge } = await paid();
  await reconcile(today, { time: later() });
  const reference = `payment:${charge}`;
  const yesterday = addDays(today, -1);
  await tamper(() => db().ledgerEntry.update({ where: { reference }, data: { day: yesterday } }));
  for (const day of [yesterday, today]) await reconcile(day, { time: later() });
  expect(referencesIn(await readReconciled(yesterday))).toEqual([`other-day ${reference}`]);
  expect(referencesIn(await readReconciled(today))).toEqual([`other-day ${reference}`]);
  expect(await alerts()).toBe(0);
  await tamper(() => db().ledgerEntry.update({ where: { reference }, data: { day: today } }));
});

test("during the day, nobody is alerted to delays; what remains after the day ends is reported", async () => {
  await control("balance", { mode: "hold" });
  const { charge } = await paid();
  await reconcile(today, { by: "ines@example.com" });
  expect(referencesIn(await readReconciled(today))).toEqual([`only-here payment:${charge}`]);
  expect(await alerts()).toBe(0);
  expect(await db().auditEntry.findFirst({ where: { subject: `ledger:${today}` } })).toMatchObject({
    actor: "ines@example.com",
    action: "ledger.checked",
  });
  for (const _ of ["first", "second"]) {
    await reconcile(today, { time: later() });
    expect(referencesIn(await readReconciled(today))).toEqual([`only-here payment:${charge}`]);
    expect(await alerts()).toBe(1);
  }
  await control("balance", { mode: "post" });
});

test("each past day is checked once a day for three days", async () => {
  const at = tomorrowNoon;
  const days = [-2, -1, 0].map((days) => addDays(today, days));
  const rows = async () => {
    const all = await db().reconciliation.findMany({ orderBy: { day: "asc" } });
    return all.map(({ day, checkedAt }) => ({ day, checkedAt }));
  };
  await Promise.all([reconcileDays(at), reconcileDays(at)]);
  const first = await rows();
  expect(first.map(({ day }) => day)).toEqual(days);
  await reconcileDays(new Date(at.getTime() + 60_000));
  expect(await rows()).toEqual(first);
  await reconcileDays(new Date(at.getTime() + dayMilliseconds));
  expect((await rows()).map(({ day }) => day)).toEqual([...days, addDays(today, 1)]);
});

test("a day that Stripe can't report now is checked later and doesn't block the others", async () => {
  const at = tomorrowNoon;
  await control("fail", { method: "GET", path: "/v1/balance_transactions", times: 3, status: 503 });
  await reconcileDays(at);
  expect(await db().reconciliation.count()).toBe(2);
  await reconcileDays(at);
  expect(await db().reconciliation.count()).toBe(3);
});
