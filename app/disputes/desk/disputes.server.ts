import type { DisputeId, OrderId } from "~/core/ids";
import type { Json } from "~/core/json";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { needsResponse } from "../dispute-status";
import { evidenceSections } from "../evidence";
import { readEvidenceFacts } from "../evidence-facts.server";

/** All disputes: those that need a response first, the next due on top, then the others, newest first. */
export async function readDisputes() {
  const [{ timeZone }, rows] = await Promise.all([
    readShop(),
    db().dispute.findMany({
      orderBy: { openedAt: "desc" },
      include: { order: { select: { id: true, number: true, email: true } } },
      take: 500,
    }),
  ]);
  const due = rows.filter(({ status }) => needsResponse(status));
  const others = rows.filter(({ status }) => !needsResponse(status));
  const time = (dueBy: Date | null) => dueBy?.getTime() ?? Number.POSITIVE_INFINITY;
  return { timeZone, waiting: due.length, disputes: [...due.sort((a, b) => time(a.dueBy) - time(b.dueBy)), ...others] };
}
export type DisputesPage = Json<Awaited<ReturnType<typeof readDisputes>>>;

/** One dispute with the shop's evidence. Throws a 404 if there is none. */
export async function readDisputePage(id: DisputeId) {
  const dispute = await db().dispute.findUnique({
    where: { id },
    include: { order: { select: { id: true, number: true, email: true, certificateName: true } } },
  });
  if (!dispute) throw new Response("We couldn’t find this dispute.", { status: 404 });
  const facts = await readEvidenceFacts(dispute.orderId);
  return { timeZone: facts.shop.timeZone, dispute, evidence: evidenceSections(facts) };
}
export type DisputePageData = Json<Awaited<ReturnType<typeof readDisputePage>>>;

/** An order's disputes, newest first. */
export function readDisputesOf(orderId: OrderId) {
  return db().dispute.findMany({ where: { orderId }, orderBy: { openedAt: "desc" } });
}
export type OrderDispute = Json<Awaited<ReturnType<typeof readDisputesOf>>>[number];
