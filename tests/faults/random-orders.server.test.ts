import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepEvents, sweepOrders } from "~/checkout/events/sweep.server";
import { postBalance } from "~/ledger/post/balance.server";
import { db } from "~/platform/db/client.server";
import { processPendingRefunds } from "~/refunds/process/process.server";
import { type RunningStandIn, startStandIn } from "../../tools/stripe-stand-in/start";
import { coupon, makePromotion } from "../support/promotions/make-promotion";
import { expectSound } from "./invariants";
import { live, settleRefunds, type World } from "./random-life";

// `SEED=7 ORDERS=10000` tries others, or more. This seed's hundred orders cover everything that can happen to one.
const seed = Number(process.env.SEED ?? 3);
const orders = Number(process.env.ORDERS ?? 100);

let standIn: RunningStandIn;
let world: World;
beforeAll(async () => {
  standIn = await startStandIn({});
  process.env.STRIPE_API = standIn.url;
  world = {
    seed,
    control: async (path, body) => {
      const answer = await fetch(`${standIn.url}/_control/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (answer.status === 409) return undefined;
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
  // Enough to sell for a while, but few enough to run out.
  await db().stock.updateMany({ data: { capacity: Math.ceil(orders / 2), perCustomer: 3 } });
  await makePromotion({ terms: coupon({ basisPoints: 1000 }), codes: ["TENTH"], limit: orders });
});
afterAll(() => standIn.close());

async function sweep(): Promise<void> {
  await sweepEvents();
  await sweepOrders();
  await processPendingRefunds();
  await postBalance();
}

test(`${orders} random orders with random faults (seed ${seed}) leave the ledger balanced to the cent`, {
  timeout: 600_000 + orders * 10_000,
}, async () => {
  // One after another, so the seed alone decides what each life encounters. Within a life, much happens in parallel.
  for (let number = 1; number <= orders; number++) {
    if (number % 10 === 1) await world.control("refunds", { mode: number % 30 === 1 ? "pending" : "succeed" });
    await live(world, number);
    if (number % Math.ceil(orders / 3) === 0) await sweep();
  }
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  // A 500 is replayed for a day.
  await world.control("clock", { advanceSeconds: 24 * 60 * 60 });
  await sweep();
  await settleRefunds(world);
  await sweep();
  await expectSound();
  await expectVariety();
});

/** A run in which nothing went wrong would prove nothing. */
async function expectVariety(): Promise<void> {
  expect(await db().order.count({ where: { state: "paid" } })).toBeGreaterThan(orders / 4);
  for (const state of ["expired", "refunded"] as const)
    expect(await db().order.count({ where: { state } }), state).toBeGreaterThan(0);
  for (const kind of ["full", "units", "amount", "outside"] as const)
    expect(await db().refund.count({ where: { kind, state: "succeeded" } }), kind).toBeGreaterThan(0);
  expect(await db().refund.count({ where: { state: "failed" } }), "failed refunds").toBeGreaterThan(0);
  for (const status of ["won", "lost"])
    expect(await db().dispute.count({ where: { status } }), status).toBeGreaterThan(0);
}
