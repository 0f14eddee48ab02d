import { groupBy } from "~/core/group-by";
import type { OrderId, OrderLineId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { copiesToSend } from "./copies-to-send";

/** A line of mailed books with what became of its copies. */
export type BookLine = {
  orderLineId: OrderLineId;
  title: string;
  isbn: string | null;
  bought: number;
  refunded: number;
  shipped: number;
  /** Copies that are still to be sent. */
  left: number;
};

/** The mailed books of an order, in its order; none where nothing is mailed. */
export async function readBookLines(queries: Queries, orderId: OrderId): Promise<BookLine[]> {
  return (await readBookLinesOf(queries, [orderId])).get(orderId) ?? [];
}

/** The same of many orders, by order; those of which nothing is mailed are left out. */
export async function readBookLinesOf(queries: Queries, orderIds: OrderId[]): Promise<Map<OrderId, BookLine[]>> {
  const rows = await queries.orderLine.findMany({
    where: { orderId: { in: orderIds }, format: "book_by_mail" },
    orderBy: { position: "asc" },
    select: {
      id: true,
      orderId: true,
      title: true,
      quantity: true,
      courseFormat: { select: { isbn: true } },
      shipped: { select: { quantity: true } },
      enrolments: { where: { refundId: { not: null } }, select: { refundId: true } },
    },
  });
  const lines = rows.map(({ id, orderId, title, quantity, courseFormat: { isbn }, ...became }) => ({
    orderId,
    line: { orderLineId: id, title, isbn, bought: quantity, ...copiesToSend({ quantity, ...became }) },
  }));
  const grouped = groupBy(lines, ({ orderId }) => orderId);
  return new Map([...grouped].map(([orderId, own]) => [orderId, own.map(({ line }) => line)]));
}
