import type { StockId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { lockStockRow } from "~/platform/db/locks.server";
import { releaseExpiredHolds } from "./take-units.server";

/** Locks the stock until the transaction ends and frees the units of expired holds, so the row's `taken` counts exactly sold units
 *  and live holds. Call it before any read. `at` is the database's time. */
export async function lockStock(tx: Queries, stockId: StockId, at: Date): Promise<void> {
  await lockStockRow(tx, stockId);
  await releaseExpiredHolds(tx, stockId, at);
}

/** Adds units to a stock's capacity (removes them if negative). False, with nothing changed, if fewer would remain than are sold
 *  and held. The row itself decides, so this is correct at any isolation level on either database. */
export async function changeCapacity(tx: Queries, stockId: StockId, change: number): Promise<boolean> {
  const count =
    await tx.$executeRaw`UPDATE "Stock" SET "capacity" = "capacity" + ${change} WHERE "id" = ${stockId} AND "capacity" + ${change} >= "taken"`;
  return count === 1;
}
