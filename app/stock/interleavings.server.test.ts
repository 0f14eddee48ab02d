import { expect, test } from "vitest";
import { StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { endHolds, release, sell, take } from "../../tests/support/orders/stock-steps";
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

/** What each actor does, in sequence: two shoppers with their webhooks, the sweep, the clock, and staff. */
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
          await lockStock(tx, StockId.parse(stockId), await databaseNow(tx));
          await changeCapacity(tx, StockId.parse(stockId), -1);
        });
      },
    },
  ],
];

/** A state the actors can bring the shop to: the rows, who has which order, and how far each actor is. */
type State = { rows: Rows; orders: World["orders"]; sold: string[]; done: number[]; paths: number; story: string };

/** Every possible sequence of the actors' steps, walked breadth-first: if two paths lead to the same state,
 *  what can follow is the same and is tried once. A stock's transactions queue up at its row, so these are all the ways
 *  they can interleave. */
test("PRICING 5 and 6: in every interleaving of two shoppers, webhooks, the sweep, the clock, and staff, the stock stays consistent", async () => {
  const { id } = await db().stock.create({ data: { capacity: 1, perCustomer: 1 } });
  const start = { rows: await readRows(id), orders: {}, sold: [], done: actors.map(() => 0), paths: 1, story: "" };
  let states: State[] = [start];
  let paths = 0;
  while (states.length > 0) {
    const reached = new Map<string, State>();
    for (const state of states) {
      expectSound(state);
      if (isOver(state)) paths += state.paths;
      for (const [index, steps] of actors.entries()) {
        const step = steps[state.done[index] ?? 0];
        if (!step) continue;
        const next = await follow(state, step, index);
        const known = reached.get(digest(next));
        if (known) known.paths += next.paths;
        else reached.set(digest(next), next);
      }
    }
    states = [...reached.values()];
  }
  // 7! / (2! 2!): no sequence was left out.
  expect(paths).toBe(1260);
});

const isOver = ({ done }: State) => actors.every((steps, index) => steps.length === done[index]);

/** Nothing is counted that no one has, and nothing is sold twice. */
function expectSound(state: State): void {
  const { story, sold, orders } = state;
  const { stock, holds } = state.rows;
  const counted = holds.filter((hold) => hold.state === "held" || hold.state === "sold").length;
  expect([story, stock.taken]).toEqual([story, counted]);
  expect([story, stock.taken <= stock.capacity, sold.length <= 1]).toEqual([story, true, true]);
  expect([story, holds.filter((hold) => hold.state === "sold").length]).toEqual([story, sold.length]);
  // A shopper whose hold neither the sweep nor the clock has ended is never refused after paying.
  if (isOver(state) && orders.ben) expect([story, sold]).toEqual([story, ["ben"]]);
}

/** Takes one step on its own copy of the rows. */
async function follow(state: State, step: Step, actor: number): Promise<State> {
  const stockId = newSecret();
  await writeRows(state.rows, stockId);
  const world: World = { stockId, orders: {}, sold: [...state.sold] };
  for (const who of ["ada", "ben"] as const)
    if (state.orders[who]) world.orders[who] = orderIdOf(`${who}@example.com`, stockId);
  await step.run(world);
  const done = state.done.with(actor, (state.done[actor] ?? 0) + 1);
  return { ...world, rows: await readRows(stockId), done, paths: state.paths, story: `${state.story}, ${step.name}` };
}

type Rows = Awaited<ReturnType<typeof readRows>>;

/** Everything the steps write. */
async function readRows(stockId: string) {
  const stock = await db().stock.findUniqueOrThrow({ where: { id: stockId } });
  const customers = await db().stockCustomer.findMany({ where: { stockId }, orderBy: { customerKey: "asc" } });
  const holds = await db().stockHold.findMany({ where: { stockId }, orderBy: { customerKey: "asc" } });
  const orders = await db().order.findMany({ where: { id: { in: holds.map(({ orderId }) => orderId) } } });
  return { stock, customers, holds, orders };
}

/** The same rows for another stock. */
async function writeRows({ stock, customers, holds, orders }: Rows, stockId: string): Promise<void> {
  await db().stock.create({ data: { ...stock, id: stockId } });
  await db().stockCustomer.createMany({ data: customers.map((row) => ({ ...row, stockId })) });
  await db().order.createMany({
    data: orders.map((order) => {
      const id = orderIdOf(order.customerKey, stockId);
      return { ...order, id, idempotencyKey: id, sessionParameters: undefined, shippingAddress: undefined };
    }),
  });
  await db().stockHold.createMany({
    data: holds.map(({ id, ...hold }) => ({ ...hold, stockId, orderId: orderIdOf(hold.customerKey, stockId) })),
  });
}

const orderIdOf = (customerKey: string, stockId: string) => `${customerKey} ${stockId}`;

/** Everything that decides what can follow. Ids and times don't, and `revision` only counts. */
function digest({ rows, orders, sold, done }: State): string {
  const { capacity, taken, perCustomer } = rows.stock;
  return JSON.stringify({
    ...{ capacity, taken, perCustomer, sold, done, mayPay: Object.keys(orders).sort() },
    customers: rows.customers.map(({ customerKey, taken }) => [customerKey, taken]),
    holds: rows.holds.map(({ customerKey, units, state, endsAt }) => [customerKey, units, state, endsAt < new Date()]),
  });
}
