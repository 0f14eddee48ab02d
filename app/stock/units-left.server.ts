import type { CustomerKey, OrderId, StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { noTotalLimit } from "./claim";

/** Units available now, by stock id, leaving out stocks without a total limit. An expired hold never counts, whether or not it was
 *  reclaimed; the database's clock decides (PRICING 5). */
export async function readUnitsLeft(stockIds: StockId[]): Promise<Map<string, number>> {
  if (stockIds.length === 0) return new Map();
  const at = await databaseNow(db());
  const [stocks, lapsed] = await Promise.all([
    db().stock.findMany({
      where: { id: { in: stockIds }, capacity: { lt: noTotalLimit } },
      select: { id: true, capacity: true, taken: true },
    }),
    db().stockHold.groupBy({
      by: ["stockId"],
      where: { stockId: { in: stockIds }, state: "held", endsAt: { lte: at } },
      _sum: { units: true },
    }),
  ]);
  const expired = new Map(lapsed.map(({ stockId, _sum }) => [stockId, _sum.units ?? 0]));
  return new Map(stocks.map(({ id, capacity, taken }) => [id, Math.max(0, capacity - taken + (expired.get(id) ?? 0))]));
}

export type CustomerUnits = { taken: number; perCustomer: number | null };

/** What a customer has taken of each stock (sold and live holds), and the stock's limit per customer. Live holds of the orders in
 *  `own` don't count: a shopper's own old hold never blocks that shopper (PRICING 5). */
export async function readCustomerUnits(
  stockIds: StockId[],
  customerKey: CustomerKey | undefined,
  own: OrderId[],
): Promise<Map<string, CustomerUnits>> {
  const stocks = await db().stock.findMany({
    where: { id: { in: stockIds } },
    select: { id: true, perCustomer: true },
  });
  const taken = new Map<string, number>();
  if (customerKey !== undefined) {
    const at = await databaseNow(db());
    const holds = await db().stockHold.groupBy({
      by: ["stockId"],
      where: {
        stockId: { in: stockIds },
        customerKey,
        OR: [{ state: "sold" }, { state: "held", endsAt: { gt: at }, orderId: { notIn: own } }],
      },
      _sum: { units: true },
    });
    for (const { stockId, _sum } of holds) taken.set(stockId, _sum.units ?? 0);
  }
  return new Map(stocks.map(({ id, perCustomer }) => [id, { perCustomer, taken: taken.get(id) ?? 0 }]));
}

/** Units in live holds of these orders, by stock id. */
export async function readHeldUnits(orderIds: OrderId[]): Promise<Map<string, number>> {
  const at = await databaseNow(db());
  const holds = await db().stockHold.groupBy({
    by: ["stockId"],
    where: { orderId: { in: orderIds }, state: "held", endsAt: { gt: at } },
    _sum: { units: true },
  });
  return new Map(holds.map(({ stockId, _sum }) => [stockId, _sum.units ?? 0]));
}
