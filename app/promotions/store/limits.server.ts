import type { CustomerKey, OrderId, StockId } from "~/core/ids";
import { readCustomerUnits, readHeldUnits, readUnitsLeft } from "~/stock/units-left.server";
import type { Shopper, Stock } from "../pricing/priced-cart";
import type { StoredPromotion } from "./promotions.server";

type Asker = {
  /** Normalized e-mail, once the shopper has entered it. */
  customerKey?: CustomerKey;
  /** The shopper's open orders: units they hold are still available to this shopper (PRICING 5). */
  ownOrders?: OrderId[];
};

export type Limits = {
  stock: Stock;
  unitsAllowed: Shopper["unitsAllowed"];
  /** Units left of any requested stock; undefined if it never runs out. */
  free: (stockId: StockId) => number | undefined;
};

/** The current limits of these promotions, in total and for the shopper; `others` are additional stocks to count. */
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
      units: toMap(own.map(({ id, stockId }) => [id, free(stockId)])),
      codes: toMap(codes.map(({ code, stockId }) => [code, free(stockId)])),
    },
    unitsAllowed: toMap(
      own.map(({ id, stockId }) => {
        const units = customer.get(stockId);
        return [id, units?.perCustomer == null ? undefined : units.perCustomer - units.taken];
      }),
    ),
    free,
  };
}

/** Promotions without a limit are left out. */
function toMap<Key>(entries: [Key, number | undefined][]): Map<Key, number> {
  return new Map(entries.flatMap(([key, units]) => (units === undefined ? [] : [[key, units]])));
}
