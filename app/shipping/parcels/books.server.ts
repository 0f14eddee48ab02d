import { groupBy } from "~/core/group-by";
import type { OrderId, OrderLineId } from "~/core/ids";
import type { Queries } from "~/platform/db/client.server";
import { copiesToSend } from "./copies-to-send";

/** An order line of mailed books, with the status of its copies. */
export type BookLine = {
  orderLineId: OrderLineId;
  title: string;
  isbn: string | null;
  bought: number;
  refunded: number;
  shipped: number;
  /** Copies still to be sent. */
  left: number;
};

/** An order's mailed books by line; empty if nothing is mailed. */
export async function readBookLines(queries: Queries, orderId: OrderId): Promise<BookLine[]> {
  return (await readBookLinesOf(queries, [orderId])).get(orderId) ?? [];
}

/** The same for many orders, by order id; orders with nothing to mail are left out. */
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
      enrollments: { where: { refundId: { not: null } }, select: { refundId: true } },
    },
  });
  const lines = rows.map(({ id, orderId, title, quantity, courseFormat: { isbn }, ...became }) => ({
    orderId,
    line: { orderLineId: id, title, isbn, bought: quantity, ...copiesToSend({ quantity, ...became }) },
  }));
  const grouped = groupBy(lines, ({ orderId }) => orderId);
  return new Map([...grouped].map(([orderId, own]) => [orderId, own.map(({ line }) => line)]));
}
