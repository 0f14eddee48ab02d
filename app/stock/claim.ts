import type { StockId } from "~/core/ids";
/** Units of one stock that an order wants. */
export type Claim = { stockId: StockId; units: number };

/** The capacity of a stock that never runs out: a coupon with a limit for each customer, but none in total. Its uses are
 *  counted like all others; readers of units left leave it out. */
export const noTotalLimit = 1_000_000_000;
