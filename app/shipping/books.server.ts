import type { Queries } from "~/platform/db.server";

/** A line of mailed books with what became of its copies. */
export type BookLine = {
  orderLineId: string;
  title: string;
  isbn: string | null;
  bought: number;
  refunded: number;
  shipped: number;
  /** Copies that are still to be sent. A refund after a copy went out counts against those that did not. */
  left: number;
};

/** The mailed books of an order, in its order; none where nothing is mailed. */
export async function readBookLines(queries: Queries, orderId: string): Promise<BookLine[]> {
  const rows = await queries.orderLine.findMany({
    where: { orderId, format: "book_by_mail" },
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      quantity: true,
      courseFormat: { select: { isbn: true } },
      shipped: { select: { quantity: true } },
      enrolments: { where: { refundId: { not: null } }, select: { id: true } },
    },
  });
  return rows.map(({ id, title, quantity: bought, courseFormat, enrolments, ...row }) => {
    const shipped = row.shipped.reduce((sum, { quantity }) => sum + quantity, 0);
    const refunded = enrolments.length;
    const left = Math.max(0, bought - refunded - shipped);
    return { orderLineId: id, title, isbn: courseFormat.isbn, bought, refunded, shipped, left };
  });
}
