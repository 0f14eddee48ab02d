import type { Queries } from "~/platform/db.server";

/** Makes two clicks on one order wait for each other: the second then sees what the first did. Throws a 404 where there is no
 *  such order. */
export async function lockOrder(tx: Queries, orderId: string): Promise<void> {
  const { count } = await tx.order.updateMany({ where: { id: orderId }, data: { id: orderId } });
  if (count === 0) throw new Response("There is no such order.", { status: 404 });
}
