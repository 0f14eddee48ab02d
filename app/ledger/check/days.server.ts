import { type Day, dayIn } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { type DayRange, inChunks, readEntries, readEntriesOfOrders } from "../entries/read.server";
import { amountsOf, reversesSale } from "../post/movement-facts.server";
import { readOrdersOfUnpostedRefunds, readUnpostedOrders } from "../post/unposted.server";
import { checkLedger } from "./days";
import type { OrderFacts } from "./order";

/** Checks these days of the ledger against the orders' own tables. */
export async function checkDays(range: DayRange) {
  const { timeZone } = await readShop();
  const ofDays = await readEntries(range);
  const unposted = [...(await readUnpostedOrders()), ...(await readOrdersOfUnpostedRefunds())];
  const named = ofDays.flatMap(({ orderId }) => orderId ?? []);
  const orderIds = [...new Set([...named, ...unposted])];
  const orders = await readOrders(orderIds, timeZone);
  // All of an order's entries count, including those on other days.
  const seen = new Set(ofDays.map(({ id }) => id));
  const others = (await readEntriesOfOrders(orderIds)).filter(({ id }) => !seen.has(id));
  const { days, differences } = checkLedger(orders, [...ofDays, ...others]);
  const isAsked = ({ day }: { day: Day }) => (!range.from || day >= range.from) && (!range.to || day <= range.to);
  return { days: days.filter(isAsked), differences: differences.filter(isAsked) };
}

async function readOrders(ids: OrderId[], timeZone: string): Promise<OrderFacts[]> {
  const orders: OrderFacts[] = [];
  for (const some of inChunks(ids)) {
    const rows = await db().order.findMany({ where: { id: { in: some } }, include: { refunds: true } });
    for (const { refunds, ...order } of rows)
      orders.push({
        id: order.id,
        number: order.number,
        day: dayIn(order.paidAt ?? order.createdAt, timeZone),
        ...amountsOf(order),
        receivedCents: order.receivedCents,
        refundedCents: order.refundedCents,
        refunds: refunds.map((refund) => ({
          ...amountsOf(refund),
          stripeRefundId: refund.stripeRefundId,
          state: refund.state,
          amountCents: refund.amountCents,
          isFulfilled: reversesSale(refund, order),
          day: dayIn(refund.finalAt ?? refund.createdAt, timeZone),
        })),
      });
  }
  return orders;
}
