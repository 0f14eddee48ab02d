import type { StockId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { lockStockRow } from "~/platform/db/locks.server";
import { reclaimLapsed } from "./take-units.server";

/** Makes everybody who takes, gives back or changes units of this stock wait, and turns holds past their end into free
 *  units: what stands in the row afterwards is sold and live holds, until the transaction ends. Call it before any read.
 *  `at` is the database's time. */
export async function lockStock(tx: Queries, stockId: StockId, at: Date): Promise<void> {
  await lockStockRow(tx, stockId);
  await reclaimLapsed(tx, stockId, at);
}

/** Adds to a stock's units in total (or removes, with a negative change). False, and nothing changed, where fewer would
 *  remain than are sold and held: it is the row that decides, at any isolation level, on either database. */
export async function changeCapacity(tx: Queries, stockId: StockId, change: number): Promise<boolean> {
  const count =
    await tx.$executeRaw`UPDATE "Stock" SET "capacity" = "capacity" + ${change} WHERE "id" = ${stockId} AND "capacity" + ${change} >= "taken"`;
  return count === 1;
}
