import fc from "fast-check";
import { expect, test } from "vitest";
import { databaseNow, db, type Queries } from "~/platform/db.server";
import { newSecret } from "~/platform/secrets.server";
import { releaseUnits, sellUnits, takeUnits } from "./take-units.server";
import { readCustomerUnits, readHeldUnits, readUnitsLeft } from "./units-left.server";

const minute = 60_000;

async function makeStock(capacity: number, perCustomer: number | null = null) {
  return (await db().stock.create({ data: { capacity, perCustomer } })).id;
}

/** An order as far as stock needs one. */
async function placeOrder(tx: Queries, id: string, customerKey: string) {
  const at = new Date();
  await tx.order.create({
    data: {
      id,
      fingerprint: "",
      email: customerKey,
      customerKey,
      certificateName: "Ada Lim",
      itemsCents: 0,
      shippingCents: 0,
      totalCents: 0,
      createdAt: at,
      endsAt: at,
      idempotencyKey: id,
    },
  });
}

class Refused extends Error {}

/** Takes units for a new order; the order's id, or why not. */
async function take(stockId: string, units: number, customerKey = "ada@example.com", minutes = 30) {
  const orderId = newSecret();
  let problem = "";
  try {
    await db().$transaction(async (tx) => {
      const at = await databaseNow(tx);
      await placeOrder(tx, orderId, customerKey);
      const endsAt = new Date(at.getTime() + minutes * minute);
      const taken = await takeUnits(tx, [{ stockId, units }], { orderId, customerKey, endsAt, at });
      if (!taken.ok) {
        problem = taken.problem.kind;
        throw new Refused();
      }
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return problem;
  }
  return orderId;
}

const release = (orderId: string) => db().$transaction((tx) => releaseUnits(tx, orderId));
async function sell(orderId: string) {
  return db()
    .$transaction(async (tx) => {
      const sold = await sellUnits(tx, orderId);
      if (!sold.ok) throw new Refused();
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return false;
      throw error;
    });
}
const end = (orderId: string) =>
  db().stockHold.updateMany({ where: { orderId, state: "held" }, data: { endsAt: new Date(Date.now() - minute) } });
const left = async (stockId: string) => (await readUnitsLeft([stockId])).get(stockId);

/** What is taken is what is held and sold, in total and for each customer; never below 0, never above the capacity. */
async function expectSound(stockId: string) {
  const stock = await db().stock.findUniqueOrThrow({
    where: { id: stockId },
    include: { holds: true, customers: true },
  });
  const counted = stock.holds.filter(({ state }) => state === "held" || state === "sold");
  const sum = (rows: { units: number }[]) => rows.reduce((total, { units }) => total + units, 0);
  expect(stock.taken).toBe(sum(counted));
  expect(stock.taken).toBeGreaterThanOrEqual(0);
  expect(stock.taken).toBeLessThanOrEqual(stock.capacity);
  for (const { customerKey, taken } of stock.customers) {
    expect(taken).toBe(sum(counted.filter((hold) => hold.customerKey === customerKey)));
    expect(taken).toBeLessThanOrEqual(stock.perCustomer ?? Number.POSITIVE_INFINITY);
  }
}

test("units are taken while there are any, all or nothing", async () => {
  const stockId = await makeStock(3);
  expect(await take(stockId, 2)).not.toBe("none-left");
  expect(await left(stockId)).toBe(1);
  expect(await take(stockId, 2)).toBe("none-left");
  expect(await left(stockId)).toBe(1);
  await expectSound(stockId);
});

test("PRICING 4 and 7: at most so many for one customer, held and sold together", async () => {
  const stockId = await makeStock(10, 2);
  const first = await take(stockId, 1);
  await sell(first);
  await take(stockId, 1);
  expect(await take(stockId, 1)).toBe("customer-limit");
  expect(await take(stockId, 2, "ben@example.com")).not.toBe("customer-limit");
  await expectSound(stockId);
});

test("PRICING 5: units left count neither a hold past its end nor need anybody to sweep it", async () => {
  const stockId = await makeStock(2, 2);
  const old = await take(stockId, 2);
  expect(await left(stockId)).toBe(0);
  await end(old);
  expect(await left(stockId)).toBe(2);
  expect((await readCustomerUnits([stockId], "ada@example.com", [])).get(stockId)).toEqual({
    taken: 0,
    perCustomer: 2,
  });
  expect(await take(stockId, 2)).not.toBe("none-left");
  expect(await left(stockId)).toBe(0);
  await expectSound(stockId);
});

test("PRICING 5: a shopper's own live hold counts as the shopper's", async () => {
  const stockId = await makeStock(2, 2);
  const own = await take(stockId, 2);
  expect((await readHeldUnits([own])).get(stockId)).toBe(2);
  expect((await readCustomerUnits([stockId], "ada@example.com", [own])).get(stockId)?.taken).toBe(0);
});

test("PRICING 6: units are given back exactly once, and never after they were sold", async () => {
  const stockId = await makeStock(5);
  const orderId = await take(stockId, 2);
  await Promise.all([release(orderId), release(orderId), release(orderId)]);
  expect(await left(stockId)).toBe(5);
  const sold = await take(stockId, 2);
  await sell(sold);
  await release(sold);
  expect(await left(stockId)).toBe(3);
  await expectSound(stockId);
});

test("PRICING 6: paid after the hold was reclaimed: honoured while units remain, refused when they are gone", async () => {
  const stockId = await makeStock(2);
  const late = await take(stockId, 1);
  await end(late);
  await take(stockId, 1, "ben@example.com");
  expect(await sell(late)).toBe(true);
  const later = await makeStock(1);
  const tooLate = await take(later, 1);
  await end(tooLate);
  await take(later, 1, "ben@example.com");
  expect(await sell(tooLate)).toBe(false);
  await expectSound(stockId);
  await expectSound(later);
});

test("30 takers at once for 10 units: exactly 10 get one", async () => {
  const stockId = await makeStock(10);
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => take(stockId, 1, `${index}@example.com`)));
  expect(answers.filter((answer) => answer === "none-left")).toHaveLength(20);
  expect(await left(stockId)).toBe(0);
  await expectSound(stockId);
});

test("whatever happens in whatever order, the figures stay sound", async () => {
  const step = fc.record({
    act: fc.constantFrom("take", "release", "sell", "end"),
    customer: fc.constantFrom("ada@example.com", "ben@example.com"),
    units: fc.integer({ min: 1, max: 3 }),
    which: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const stockId = await makeStock(4, 3);
      const orders: string[] = [];
      for (const { act, customer, units, which } of steps) {
        const order = orders[which % Math.max(1, orders.length)];
        if (act === "take") {
          const answer = await take(stockId, units, customer);
          if (answer !== "none-left" && answer !== "customer-limit") orders.push(answer);
        } else if (order && act === "release") await release(order);
        else if (order && act === "sell") await sell(order);
        else if (order) await end(order);
        await expectSound(stockId);
      }
    }),
    { numRuns: 25 },
  );
});
