import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { endHolds, release, sell, take } from "../../tests/support/stock-steps";
import { changeCapacity, lockStock } from "./change-capacity.server";

type World = { stockId: string; orders: { ada?: string; ben?: string }; sold: string[] };
type Step = { name: string; run: (world: World) => Promise<void> };

const takeFor = (who: "ada" | "ben"): Step => ({
  name: `${who} takes`,
  run: async (world) => {
    const answer = await take(world.stockId, 1, `${who}@example.com`);
    if (answer.ok) world.orders[who] = answer.orderId;
  },
});
const payFor = (who: "ada" | "ben"): Step => ({
  name: `${who} has paid`,
  run: async (world) => {
    const order = world.orders[who];
    if (order && (await sell(order))) world.sold.push(who);
  },
});

/** What each actor does, in its own order: two shoppers with their webhooks, the sweeper, the clock and staff. */
const actors: Step[][] = [
  [takeFor("ada"), payFor("ada")],
  [takeFor("ben"), payFor("ben")],
  [{ name: "the sweeper releases ada", run: async ({ orders }) => void (orders.ada && (await release(orders.ada))) }],
  [{ name: "ada's hold ends", run: async ({ orders }) => void (orders.ada && (await endHolds(orders.ada))) }],
  [
    {
      name: "staff cut the limit",
      run: async ({ stockId }) => {
        await transaction(async (tx) => {
          await lockStock(tx, stockId, await databaseNow(tx));
          await changeCapacity(tx, stockId, -1);
        });
      },
    },
  ],
];

/** Every order in which the actors' steps can follow each other. A stock's transactions queue up at its row, so these are
 *  all the ways in which they can meet. */
function* interleavings(queues: Step[][]): Generator<Step[]> {
  if (queues.every((queue) => queue.length === 0)) yield [];
  for (const [index, [first, ...rest]] of queues.entries())
    if (first) for (const others of interleavings(queues.with(index, rest))) yield [first, ...others];
}

test("PRICING 5 and 6: every interleaving of two shoppers, webhooks, sweeper, clock and staff keeps the stock sound", async () => {
  let count = 0;
  for (const steps of interleavings(actors)) {
    count += 1;
    const { id: stockId } = await db().stock.create({ data: { capacity: 1, perCustomer: 1 } });
    const world: World = { stockId, orders: {}, sold: [] };
    for (const step of steps) await step.run(world);
    const { capacity, taken, holds } = await db().stock.findUniqueOrThrow({
      where: { id: stockId },
      include: { holds: true },
    });
    const counted = holds.filter(({ state }) => state === "held" || state === "sold").length;
    const story = steps.map(({ name }) => name).join(", ");
    expect([story, taken]).toEqual([story, counted]);
    expect([story, taken <= capacity, world.sold.length <= 1]).toEqual([story, true, true]);
    expect([story, holds.filter(({ state }) => state === "sold").length]).toEqual([story, world.sold.length]);
    // Nobody who holds a unit without the sweeper's or the clock's doing is ever refused after paying.
    if (world.orders.ben) expect([story, world.sold]).toEqual([story, ["ben"]]);
  }
  expect(count).toBe(1260);
});
