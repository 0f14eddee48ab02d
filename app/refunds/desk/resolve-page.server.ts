import type { OrderId } from "~/core/ids";
import { sumOfParts } from "~/ledger/entries/entry";
import { db } from "~/platform/db/client.server";
import { readRefundFacts } from "../facts/read.server";
import { partsLeft } from "../facts/refundable";

/** What staff need to resolve an order that needs attention. Throws a 404 if there is no such order. */
export async function readResolvePage(orderId: OrderId) {
  const { order, facts } = await readRefundFacts(db(), orderId);
  const last = await db().orderEvent.findFirst({
    where: { orderId, state: "attention" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return {
    order: { id: order.id, number: order.number, state: order.state, email: order.email },
    totalCents: order.totalCents,
    receivedCents: order.receivedCents,
    leftCents: sumOfParts(partsLeft(facts)),
    isFulfilled: order.number !== null,
    hasWithdrawn: order.lines.some(({ enrollments }) => enrollments.some(({ withdrawnAt }) => withdrawnAt !== null)),
    why: last?.detail ?? last?.cause ?? "",
  };
}
export type ResolvePageData = Awaited<ReturnType<typeof readResolvePage>>;
