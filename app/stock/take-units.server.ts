import type { CustomerKey, OrderId, StockId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import type { Queries } from "~/platform/db/client.server";
import { lockStockRow } from "~/platform/db/locks.server";
import type { Claim } from "./claim";

export type TakeProblem = { kind: "none-left"; stockId: StockId } | { kind: "customer-limit"; stockId: StockId };

type Taker = { orderId: OrderId; customerKey: CustomerKey; endsAt: Date; at: Date };

/** Takes units of several stocks for an order, as holds until `endsAt`. All or nothing: on a problem the caller must roll back its
 *  transaction. `at` is the database's time. Only guarded writes decide, so this is correct at READ COMMITTED too. */
export async function takeUnits(tx: Queries, claims: Claim[], taker: Taker): Promise<Result<void, TakeProblem>> {
  for (const { stockId, units } of inLockOrder(claims)) {
    await lockStockRow(tx, stockId);
    await releaseExpiredHolds(tx, stockId, taker.at);
    if (!(await addTaken(tx, stockId, units))) return failed({ kind: "none-left", stockId });
    if (!(await addCustomerTaken(tx, stockId, taker.customerKey, units)))
      return failed({ kind: "customer-limit", stockId });
    const { orderId, customerKey, endsAt } = taker;
    await tx.stockHold.create({ data: { stockId, orderId, customerKey, units, endsAt } });
  }
  return ok(undefined);
}

/** Releases an order's held units, exactly once, no matter how often it is called. */
export async function releaseUnits(tx: Queries, orderId: OrderId): Promise<void> {
  for (const { stockId } of await holdsOf(tx, orderId)) {
    await lockStockRow(tx, stockId);
    const released = await tx.stockHold.updateManyAndReturn({
      where: { stockId, orderId, state: "held" },
      data: { state: "released" },
    });
    for (const hold of released) await subtractTaken(tx, hold);
    await tx.stockHold.updateMany({ where: { stockId, orderId, state: "lapsed" }, data: { state: "released" } });
  }
}

/** Turns an order's holds into sold units. A hold that ended and was reclaimed by another checkout is taken again if units remain
 *  (PRICING 6); otherwise it fails and the caller must roll back its transaction. */
export async function sellUnits(tx: Queries, orderId: OrderId): Promise<Result<void, TakeProblem>> {
  for (const { stockId, units, customerKey } of await holdsOf(tx, orderId)) {
    await lockStockRow(tx, stockId);
    const { count } = await tx.stockHold.updateMany({
      where: { stockId, orderId, state: "held" },
      data: { state: "sold" },
    });
    if (count > 0) continue;
    const again = await tx.stockHold.updateMany({
      where: { stockId, orderId, state: { in: ["lapsed", "released"] } },
      data: { state: "sold" },
    });
    if (again.count === 0) continue;
    if (!(await addTaken(tx, stockId, units))) return failed({ kind: "none-left", stockId });
    if (!(await addCustomerTaken(tx, stockId, customerKey, units))) return failed({ kind: "customer-limit", stockId });
  }
  return ok(undefined);
}

/** Returns mailed copies to stock so they can be sold again (PRICING 9: only if staff say so). The hold that sold them stays.
 *  Throws if more copies would come back than went out. */
export async function returnCopies(tx: Queries, stockId: StockId, copies: number): Promise<void> {
  await lockStockRow(tx, stockId);
  const { count } = await tx.stock.updateMany({
    where: { id: stockId, taken: { gte: copies }, courseFormat: { isNot: null } },
    data: { taken: { decrement: copies } },
  });
  if (count === 0) throw new Error(`${copies} copies of ${stockId} were never sold`);
}

/** Extends an order's holds to `endsAt`. False if one of them is no longer held: others may have its units, so the caller must
 *  roll back its transaction. */
export async function extendHolds(tx: Queries, orderId: OrderId, endsAt: Date): Promise<boolean> {
  for (const { stockId } of await holdsOf(tx, orderId)) {
    await lockStockRow(tx, stockId);
    const { count } = await tx.stockHold.updateMany({ where: { stockId, orderId, state: "held" }, data: { endsAt } });
    if (count === 0) return false;
  }
  return true;
}

/** The same order for every transaction, so two that lock the same stocks never deadlock. */
function inLockOrder<Row extends { stockId: StockId }>(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => (a.stockId < b.stockId ? -1 : 1));
}

async function holdsOf(tx: Queries, orderId: OrderId) {
  const holds = await tx.stockHold.findMany({
    where: { orderId },
    select: { stockId: true, units: true, customerKey: true },
  });
  return inLockOrder(holds);
}

export async function releaseExpiredHolds(tx: Queries, stockId: StockId, at: Date): Promise<void> {
  const lapsed = await tx.stockHold.updateManyAndReturn({
    where: { stockId, state: "held", endsAt: { lte: at } },
    data: { state: "lapsed" },
  });
  for (const hold of lapsed) await subtractTaken(tx, hold);
}

async function addTaken(tx: Queries, stockId: StockId, units: number): Promise<boolean> {
  const count =
    await tx.$executeRaw`UPDATE "Stock" SET "taken" = "taken" + ${units} WHERE "id" = ${stockId} AND "taken" + ${units} <= "capacity"`;
  return count === 1;
}

async function addCustomerTaken(
  tx: Queries,
  stockId: StockId,
  customerKey: CustomerKey,
  units: number,
): Promise<boolean> {
  await tx.stockCustomer.upsert({
    where: { stockId_customerKey: { stockId, customerKey } },
    create: { stockId, customerKey },
    update: {},
  });
  const count = await tx.$executeRaw`
    UPDATE "StockCustomer" SET "taken" = "taken" + ${units}
    WHERE "stockId" = ${stockId} AND "customerKey" = ${customerKey} AND NOT EXISTS (
      SELECT 1 FROM "Stock" WHERE "id" = ${stockId} AND "perCustomer" < "StockCustomer"."taken" + ${units})`;
  return count === 1;
}

async function subtractTaken(tx: Queries, hold: Claim & { customerKey: CustomerKey }): Promise<void> {
  const { stockId, customerKey, units } = hold;
  await tx.stock.update({ where: { id: stockId }, data: { taken: { decrement: units } } });
  await tx.stockCustomer.update({
    where: { stockId_customerKey: { stockId, customerKey } },
    data: { taken: { decrement: units } },
  });
}
