import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { inChunks } from "../entries/read.server";

/** Order numbers by order id; orders without a number are left out. */
export async function readOrderNames(named: { orderId?: OrderId | null }[]): Promise<Map<string, string>> {
  const ids = [...new Set(named.flatMap(({ orderId }) => orderId ?? []))];
  const names = new Map<string, string>();
  for (const some of inChunks(ids)) {
    const orders = await db().order.findMany({ where: { id: { in: some } }, select: { id: true, number: true } });
    for (const { id, number } of orders) if (number !== null) names.set(id, String(number));
  }
  return names;
}
