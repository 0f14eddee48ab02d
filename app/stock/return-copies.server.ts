import type { StockId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { lockStockRow } from "~/platform/db/locks.server";

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
