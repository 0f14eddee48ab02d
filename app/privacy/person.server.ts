import { customerKeyOf } from "~/core/email";
import type { CustomerKey } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";

/** The ways in which the person's address was typed; letters and seats have it as typed. */
export async function addressesOf(customerKey: CustomerKey): Promise<string[]> {
  const [customers, orders, learners] = await Promise.all([
    db().customer.findMany({ where: { customerKey }, select: { email: true } }),
    db().order.findMany({ where: { customerKey }, distinct: ["email"], select: { email: true }, take: 100 }),
    db().enrollment.findMany({
      where: { participantKey: customerKey },
      ...{ distinct: ["participantEmail"], select: { participantEmail: true }, take: 100 },
    }),
  ]);
  const typed = [...customers, ...orders].map(({ email }) => email);
  const own = [...typed, ...learners.flatMap(({ participantEmail }) => participantEmail ?? [])];
  // A signed-in buyer may have typed somebody else's address.
  return [...new Set([customerKey, ...own.filter((email) => customerKeyOf(email) === customerKey)])];
}

/** An order on which something is open. */
export type Obstacle = { number: number | null; why: string; until: Date | null };

/** What has to end first: data is erased when nobody needs it to bring an order to its end. */
export async function readObstacles(customerKey: CustomerKey): Promise<Obstacle[]> {
  const orders = await db().order.findMany({
    where: { customerKey, ...openOrder },
    orderBy: { createdAt: "asc" },
    take: 20,
    select: {
      ...{ number: true, state: true, endsAt: true },
      refundRequests: { where: { state: "open" }, select: { id: true } },
      disputes: { where: { closedAt: null }, select: { dueBy: true } },
    },
  });
  return orders.map(({ number, state, endsAt, refundRequests, disputes: [dispute] }) => {
    if (state === "awaiting_payment") return { number, why: "its payment page is open", until: endsAt };
    if (state === "processing") return { number, why: "the bank is still processing its payment", until: null };
    if (dispute) return { number, why: "the bank has yet to decide a dispute", until: null };
    if (refundRequests.length > 0) return { number, why: "we have yet to answer a refund request", until: null };
    return { number, why: "a refund is under way", until: null };
  });
}

/** Orders that can't be erased yet. */
export const openOrder = {
  OR: [
    { state: { in: ["awaiting_payment", "processing", "refunding", "attention"] } },
    { refunds: { some: { state: { in: ["requested", "pending"] } } } },
    { refundRequests: { some: { state: "open" } } },
    { disputes: { some: { closedAt: null } } },
  ],
} satisfies Prisma.OrderWhereInput;
