import type { CustomerKey, OrderId, StockId } from "~/core/ids";
import { readCustomerUnits, readHeldUnits, readUnitsLeft } from "~/stock/units-left.server";
import type { Shopper, Stock } from "./priced-cart";
import type { StoredPromotion } from "./promotions.server";

type Asker = {
  /** Normalised e-mail, once the shopper has told it. */
  customerKey?: CustomerKey;
  /** The shopper's open orders: what they hold counts as free for him or her (PRICING 5). */
  ownOrders?: OrderId[];
};

export type Limits = {
  stock: Stock;
  unitsAllowed: Shopper["unitsAllowed"];
  /** Units of any stock that was asked for; undefined where it never runs out. */
  free: (stockId: StockId) => number | undefined;
};

/** What limits these promotions at this moment, in total and for the shopper; `others` are further stocks to be counted. */
export async function readLimits(
  promotions: StoredPromotion[],
  others: StockId[],
  { customerKey, ownOrders = [] }: Asker = {},
): Promise<Limits> {
  const own = promotions.flatMap(({ id, stockId }) => (stockId ? [{ id, stockId }] : []));
  const codes = promotions.flatMap(({ codeStocks }) => codeStocks);
  const ownStocks = own.map(({ stockId }) => stockId);
  const [left, held, customer] = await Promise.all([
    readUnitsLeft([...ownStocks, ...codes.map(({ stockId }) => stockId), ...others]),
    readHeldUnits(ownOrders),
    readCustomerUnits(ownStocks, customerKey, ownOrders),
  ]);
  const free = (stockId: StockId) => {
    const units = left.get(stockId);
    return units === undefined ? undefined : units + (held.get(stockId) ?? 0);
  };
  return {
    stock: {
      units: mapOf(own.map(({ id, stockId }) => [id, free(stockId)])),
      codes: mapOf(codes.map(({ code, stockId }) => [code, free(stockId)])),
    },
    unitsAllowed: mapOf(
      own.map(({ id, stockId }) => {
        const units = customer.get(stockId);
        return [id, units?.perCustomer == null ? undefined : units.perCustomer - units.taken];
      }),
    ),
    free,
  };
}

/** What has no limit is not named. */
function mapOf<Key>(entries: [Key, number | undefined][]): Map<Key, number> {
  return new Map(entries.flatMap(([key, units]) => (units === undefined ? [] : [[key, units]])));
}
