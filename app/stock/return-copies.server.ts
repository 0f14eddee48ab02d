import type { StockId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { lockStockRow } from "~/platform/db/locks.server";

/** Puts mailed copies that came back on the shelf again, so that they can be sold (PRICING 9: only if staff say so). The hold that
 *  sold them stays: what was sold was sold. Throws where more would come back than ever went out. */
export async function returnCopies(tx: Queries, stockId: StockId, copies: number): Promise<void> {
  await lockStockRow(tx, stockId);
  const { count } = await tx.stock.updateMany({
    where: { id: stockId, taken: { gte: copies }, courseFormat: { isNot: null } },
    data: { taken: { decrement: copies } },
  });
  if (count === 0) throw new Error(`${copies} copies of ${stockId} can't have come back`);
}
