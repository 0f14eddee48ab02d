import type { DisputeId, OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { needsAnswer } from "../dispute-status";
import { evidenceSections } from "../evidence";
import { readEvidenceFacts } from "../evidence-facts.server";

/** Every dispute: those that wait for an answer first, the next to be due on top, then the others, newest first. */
export async function readDisputes() {
  const [{ timeZone }, rows] = await Promise.all([
    readShop(),
    db().dispute.findMany({
      orderBy: { openedAt: "desc" },
      include: { order: { select: { id: true, number: true, email: true } } },
      take: 500,
    }),
  ]);
  const due = rows.filter(({ status }) => needsAnswer(status));
  const others = rows.filter(({ status }) => !needsAnswer(status));
  const time = (dueBy: Date | null) => dueBy?.getTime() ?? Number.POSITIVE_INFINITY;
  return { timeZone, waiting: due.length, disputes: [...due.sort((a, b) => time(a.dueBy) - time(b.dueBy)), ...others] };
}
export type DisputesPage = Awaited<ReturnType<typeof readDisputes>>;

/** One dispute with the evidence that the shop has. Throws a 404 where there is none. */
export async function readDisputePage(id: DisputeId) {
  const dispute = await db().dispute.findUnique({
    where: { id },
    include: { order: { select: { id: true, number: true, email: true, certificateName: true } } },
  });
  if (!dispute) throw new Response("There is no such dispute.", { status: 404 });
  const facts = await readEvidenceFacts(dispute.orderId);
  return { timeZone: facts.shop.timeZone, dispute, evidence: evidenceSections(facts) };
}
export type DisputePageData = Awaited<ReturnType<typeof readDisputePage>>;

/** For an order's own page, newest first. */
export function readDisputesOf(orderId: OrderId) {
  return db().dispute.findMany({ where: { orderId }, orderBy: { openedAt: "desc" } });
}
export type OrderDispute = Awaited<ReturnType<typeof readDisputesOf>>[number];
