import { dayIn } from "~/core/dates";
import type { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { readShop } from "~/shop/shop.server";

const perPage = 20;
const everPaid: OrderState[] = ["processing", "paid", "refunding", "refunded", "attention"];

/** A page of a customer's orders, newest first: those that were paid, and those that can still be. */
export async function readOrderHistory(customerKey: CustomerKey, page: number) {
  const where = {
    customerKey,
    OR: [{ state: { in: everPaid } }, { state: "awaiting_payment" as const, endsAt: { gt: await databaseNow(db()) } }],
  };
  const [{ timeZone }, count, orders] = await Promise.all([
    readShop(),
    db().order.count({ where }),
    db().order.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        ...{
          id: true,
          number: true,
          state: true,
          createdAt: true,
          paidAt: true,
          totalCents: true,
          refundedCents: true,
        },
        lines: { orderBy: { position: "asc" }, select: { title: true, quantity: true } },
      },
    }),
  ]);
  return {
    page,
    pages: Math.max(1, Math.ceil(count / perPage)),
    orders: orders.map(({ createdAt, paidAt, lines, ...order }) => ({
      ...order,
      on: dayIn(paidAt ?? createdAt, timeZone),
      courses: lines.map(({ title, quantity }) => (quantity === 1 ? title : `${quantity} × ${title}`)),
    })),
  };
}
export type OrderHistory = Awaited<ReturnType<typeof readOrderHistory>>;
