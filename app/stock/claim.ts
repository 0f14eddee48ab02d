import type { StockId } from "~/core/ids";
/** Units of one stock that an order needs. */
export type Claim = { stockId: StockId; units: number };

/** The capacity of a stock without a total limit, such as a coupon limited only per customer. Its uses are counted, but it has no
 *  "units left". */
export const noTotalLimit = 1_000_000_000;
