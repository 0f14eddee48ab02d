import type { OrderId } from "~/core/ids";
import { db, type Queries } from "~/platform/db/client.server";
import { portionOf, wholePortions } from "./snapshot";

/** An order with its snapshot; null if there is none. Inside a transaction, pass its queries. */
export async function readOrder(orderId: OrderId, queries: Queries = db()) {
  const order = await queries.order.findUnique({
    where: { id: orderId },
    include: { lines: { orderBy: { position: "asc" }, include: { portions: wholePortions } } },
  });
  if (!order) return null;
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...line, portions: line.portions.map(portionOf) })),
  };
}

export type Order = NonNullable<Awaited<ReturnType<typeof readOrder>>>;
