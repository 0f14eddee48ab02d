import fc from "fast-check";
import { expect, test } from "vitest";
import { CustomerKey, OrderId, StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { endHolds, release, sell, take as tryTake } from "../../tests/support/orders/stock-steps";
import { readCustomerUnits, readHeldUnits, readUnitsLeft } from "./units-left.server";

async function makeStock(capacity: number, perCustomer: number | null = null) {
  return (await db().stock.create({ data: { capacity, perCustomer } })).id;
}

/** Takes units that must be available; returns the order's id. */
async function take(stockId: string, units: number, customerKey?: string): Promise<string> {
  const answer = await tryTake(stockId, units, customerKey);
  if (!answer.ok) throw new Error(answer.problem);
  return answer.orderId;
}
const problemOf = async (...facts: Parameters<typeof tryTake>) => {
  const answer = await tryTake(...facts);
  return answer.ok ? undefined : answer.problem;
};
const left = async (stockId: string) => (await readUnitsLeft([StockId.parse(stockId)])).get(stockId);

/** Units taken are those held and sold, in total and per customer; never below 0, never above the capacity. */
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

test("units are taken while enough are left, all or nothing", async () => {
  const stockId = await makeStock(3);
  await take(stockId, 2);
  expect(await left(stockId)).toBe(1);
  expect(await problemOf(stockId, 2)).toBe("none-left");
  expect(await left(stockId)).toBe(1);
  await expectSound(stockId);
});

test("PRICING 4 and 7: the limit per customer counts held and sold units together", async () => {
  const stockId = await makeStock(10, 2);
  const first = await take(stockId, 1);
  await sell(first);
  await take(stockId, 1);
  expect(await problemOf(stockId, 1)).toBe("customer-limit");
  await take(stockId, 2, "ben@example.com");
  await expectSound(stockId);
});

test("PRICING 5: units left ignore a hold past its end, even if no one has swept it", async () => {
  const stockId = await makeStock(2, 2);
  const old = await take(stockId, 2);
  expect(await left(stockId)).toBe(0);
  await endHolds(old);
  expect(await left(stockId)).toBe(2);
  expect((await readCustomerUnits([stockId], CustomerKey.parse("ada@example.com"), [])).get(stockId)).toEqual({
    taken: 0,
    perCustomer: 2,
  });
  await take(stockId, 2);
  expect(await left(stockId)).toBe(0);
  await expectSound(stockId);
});

test("PRICING 5: a shopper's own live hold counts as the shopper's", async () => {
  const stockId = await makeStock(2, 2);
  const own = await take(stockId, 2);
  expect((await readHeldUnits([OrderId.parse(own)])).get(stockId)).toBe(2);
  expect(
    (await readCustomerUnits([stockId], CustomerKey.parse("ada@example.com"), [OrderId.parse(own)])).get(stockId)
      ?.taken,
  ).toBe(0);
});

test("PRICING 6: units are released exactly once, and never after they are sold", async () => {
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

test("PRICING 6: payment after the hold was reclaimed is honored while units remain and refused once they are gone", async () => {
  const stockId = await makeStock(2);
  const late = await take(stockId, 1);
  await endHolds(late);
  await take(stockId, 1, "ben@example.com");
  expect(await sell(late)).toBe(true);
  const later = await makeStock(1);
  const tooLate = await take(later, 1);
  await endHolds(tooLate);
  await take(later, 1, "ben@example.com");
  expect(await sell(tooLate)).toBe(false);
  await expectSound(stockId);
  await expectSound(later);
});

test("of 30 simultaneous requests for 10 units, exactly 10 succeed", async () => {
  const stockId = await makeStock(10);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => problemOf(stockId, 1, `${index}@example.com`)),
  );
  expect(answers.filter((answer) => answer === "none-left")).toHaveLength(20);
  expect(await left(stockId)).toBe(0);
  await expectSound(stockId);
});

test("the figures stay consistent in any order of events", async () => {
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
          const answer = await tryTake(stockId, units, customer);
          if (answer.ok) orders.push(answer.orderId);
        } else if (order && act === "release") await release(order);
        else if (order && act === "sell") await sell(order);
        else if (order) await endHolds(order);
        await expectSound(stockId);
      }
    }),
    { numRuns: 25 },
  );
});
