import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { createSampleOrder } from "../../../tests/support/orders/sample-order";
import { db, type Queries } from "./client.server";
import { lockAudit, lockOrder, lockOrderIf, lockPromotion, lockShop, lockStockRow } from "./locks.server";
import { transaction } from "./transaction.server";

// The sample sale has a limit per customer.
let buyers = 0;
const newEmail = () => `buyer${++buyers}@example.com`;

/** Runs two transactions that lock, read, and write what they read plus one. Without the lock, PostgreSQL loses one
 *  update. */
async function addTwice(lock: (tx: Queries) => Promise<unknown>): Promise<number> {
  await db().shop.update({ where: { id: 1 }, data: { packagingGrams: 0 } });
  const add = () =>
    transaction(async (tx) => {
      await lock(tx);
      const { packagingGrams } = await tx.shop.findUniqueOrThrow({ where: { id: 1 } });
      // Long enough for the other one to read too, if it weren't blocked.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.shop.update({ where: { id: 1 }, data: { packagingGrams: packagingGrams + 1 } });
    });
  await Promise.all([add(), add()]);
  return (await db().shop.findUniqueOrThrow({ where: { id: 1 } })).packagingGrams;
}

test("lockOrder: the second waits for the first and sees what it wrote", async () => {
  const id = await createSampleOrder({ email: newEmail() });
  expect(await addTwice((tx) => lockOrder(tx, id))).toBe(2);
  expect(await addTwice((tx) => lockOrderIf(tx, id, { state: "awaiting_payment" }))).toBe(2);
});

test("lockStockRow, lockPromotion, lockShop, and lockAudit: the same", async () => {
  const { id: stockId } = await db().stock.findFirstOrThrow();
  const { id: promotionId } = await db().promotion.findFirstOrThrow();
  expect(await addTwice((tx) => lockStockRow(tx, stockId))).toBe(2);
  expect(await addTwice((tx) => lockPromotion(tx, promotionId))).toBe(2);
  expect(await addTwice(lockShop)).toBe(2);
  expect(await addTwice(lockAudit)).toBe(2);
});

test("a lock changes no visible data", async () => {
  const id = await createSampleOrder({ email: newEmail() });
  const promotion = await db().promotion.findFirstOrThrow();
  const read = () =>
    Promise.all([
      db().order.findUnique({ where: { id } }),
      db().promotion.findUnique({ where: { id: promotion.id } }),
      db().shop.findUnique({ where: { id: 1 } }),
    ]);
  const before = await read();
  await transaction(async (tx) => {
    await lockOrder(tx, id);
    await lockPromotion(tx, promotion.id);
    await lockShop(tx);
  });
  expect(await read()).toEqual(before);
});

test("a missing order is a 404; one that doesn't match is not locked", async () => {
  const missing = await transaction((tx) => lockOrder(tx, OrderId.parse("none"))).catch((error: unknown) => error);
  expect(missing).toMatchObject({ status: 404 });
  expect(await transaction((tx) => lockOrderIf(tx, OrderId.parse("none"), {}))).toBe(false);
  const id = await createSampleOrder({ email: newEmail() });
  expect(await transaction((tx) => lockOrderIf(tx, id, { state: "paid" }))).toBe(false);
});

test("after waiting for an order's lock, a transaction sees what the first one left", async () => {
  const id = await createSampleOrder({ email: newEmail() });
  let locked: () => void = () => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const first = transaction(async (tx) => {
    await lockOrder(tx, id);
    locked();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.order.update({ where: { id }, data: { state: "expired" } });
  });
  await isLocked;
  expect(await transaction((tx) => lockOrderIf(tx, id, { state: "awaiting_payment" }))).toBe(false);
  await first;
});
