import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepEvents, sweepOrders } from "~/checkout/sweep.server";
import { bookBalance } from "~/ledger/book-balance.server";
import { db } from "~/platform/db.server";
import { pursueRefunds } from "~/refunds/pursue-refunds.server";
import { type RunningStandIn, startStandIn } from "../../tools/stripe-stand-in/start";
import { coupon, makePromotion } from "../support/make-promotion";
import { expectSound } from "./invariants";
import { live, settleRefunds, type World } from "./random-life";

// `SEED=7 ORDERS=10000` looks at others, or at more.
const seed = Number(process.env.SEED ?? 20261124);
const orders = Number(process.env.ORDERS ?? 300);
/** So many orders live at the same time. */
const together = 12;

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
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
  // Enough to sell for a while, little enough that it runs out.
  await db().stock.updateMany({ data: { capacity: Math.ceil(orders / 2), perCustomer: 3 } });
  await makePromotion({ terms: coupon({ basisPoints: 1000 }), codes: ["TENTH"], limit: orders });
});
afterAll(() => standIn.close());

async function sweep(): Promise<void> {
  await sweepEvents();
  await sweepOrders();
  await pursueRefunds();
  await bookBalance();
}

test(`${orders} random orders with random faults (seed ${seed}) leave the ledger balanced to the cent`, {
  timeout: 3_600_000,
}, async () => {
  for (let first = 1; first <= orders; first += together) {
    const modes = { mode: first % 3 === 0 ? "pending" : "succeed" };
    if (first % 10 === 1) await world.control("refunds", modes);
    const lives = Array.from({ length: Math.min(together, orders - first + 1) }, (_, index) =>
      live(world, first + index),
    );
    // A life that breaks off is a crash: what it left is the sweeps' to finish.
    await Promise.allSettled(lives);
    if (first % 1000 === 1) await sweep();
  }
  await fetch(`${standIn.url}/_control/fail`, { method: "DELETE" });
  await sweep();
  await settleRefunds(world);
  await sweep();
  await expectSound();
  expect(await db().order.count({ where: { state: "paid" } })).toBeGreaterThan(orders / 4);
});
