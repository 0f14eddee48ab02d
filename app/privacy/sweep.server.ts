import { customerLimits } from "~/accounts/sessions";
import { eraseFromAudit } from "~/audit/erase.server";
import type { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import type { Prisma } from "~/platform/prisma/sqlite/client";
import { cutoffOf, type SweptId } from "./retention";
import { erased, erasedKey, eraseLetters, eraseOrders } from "./tombstone.server";

/** Rows read, and at most changed, in one transaction. */
export const batchSize = 300;

type Page = { where: { id: { gt: string } }; orderBy: { id: "asc" }; take: number; select: { id: true } };
type Statement = {
  read: (page: Page) => Promise<{ id: string }[]>;
  /** Deletes or blanks those of the rows that are older than the cutoff; returns how many. */
  remove: (ids: string[], cutoff: Date, at: Date) => Promise<number>;
};

/** Sweeps the rows that follow the key `last`: a table is walked by its key, so no step depends on how many rows it has. `next` is
 *  undefined at the table's end. */
export async function sweepBatch(id: SweptId, last: string, at: Date, take = batchSize) {
  const { read, remove } = statements[id];
  const rows = await read({ where: { id: { gt: last } }, orderBy: { id: "asc" }, take, select: { id: true } });
  const ids = rows.map((row) => row.id);
  const removed = ids.length > 0 ? await remove(ids, cutoffOf(id, at), at) : 0;
  return { removed, next: ids.length < take ? undefined : ids.at(-1) };
}

const count = async (change: Promise<{ count: number }>): Promise<number> => (await change).count;

/** One for each row of the table that has an end. */
const statements: Record<SweptId, Statement> = {
  "empty-carts": {
    read: (page) => db().cart.findMany(page),
    async remove(ids, cutoff) {
      const lines = await db().cartLine.findMany({ where: { cartId: { in: ids } }, select: { cartId: true } });
      const filled = new Set<string>(lines.map(({ cartId }) => cartId));
      const empty = ids.filter((cart) => !filled.has(cart));
      // A line that was added since then has moved `updatedAt`.
      return count(db().cart.deleteMany({ where: { id: { in: empty }, updatedAt: { lt: cutoff } } }));
    },
  },
  carts: {
    read: (page) => db().cart.findMany(page),
    remove: (ids, cutoff) => count(db().cart.deleteMany({ where: { id: { in: ids }, updatedAt: { lt: cutoff } } })),
  },
  "unpaid-orders": {
    read: (page) => db().order.findMany(page),
    remove: (ids, cutoff) =>
      removeOrders({ id: { in: ids }, state: "expired", receivedCents: 0, number: null, endsAt: { lt: cutoff } }),
  },
  orders: {
    read: (page) => db().order.findMany(page),
    remove: (ids, cutoff) =>
      removeOrders({ id: { in: ids }, state: { in: ["paid", "refunded"] }, paidAt: { lt: cutoff } }),
  },
  "staff-sessions": {
    read: (page) => db().staffSession.findMany(page),
    remove: (ids, cutoff) =>
      count(db().staffSession.deleteMany({ where: { id: { in: ids }, createdAt: { lt: cutoff } } })),
  },
  "customer-sessions": {
    read: (page) => db().customerSession.findMany(page),
    remove(ids, cutoff, at) {
      const idle = new Date(at.getTime() - customerLimits.idleMilliseconds);
      const over = [{ createdAt: { lt: cutoff } }, { lastSeenAt: { lt: idle } }];
      return count(db().customerSession.deleteMany({ where: { id: { in: ids }, OR: over } }));
    },
  },
  "sign-in-links": {
    read: (page) => db().signInLink.findMany(page),
    remove: (ids, cutoff) => count(db().signInLink.deleteMany({ where: { id: { in: ids }, endsAt: { lt: cutoff } } })),
  },
  "continue-links": {
    read: (page) => db().continueLink.findMany(page),
    remove: (ids, cutoff) =>
      count(db().continueLink.deleteMany({ where: { id: { in: ids }, endsAt: { lt: cutoff } } })),
  },
  "stripe-events": {
    read: (page) => db().stripeEvent.findMany(page),
    remove: (ids, cutoff) =>
      count(
        db().stripeEvent.deleteMany({
          where: { id: { in: ids }, handledAt: { not: null }, receivedAt: { lt: cutoff } },
        }),
      ),
  },
  letters: {
    read: (page) => db().outboxMessage.findMany(page),
    remove: (ids, cutoff, at) =>
      transaction(async (tx) => {
        const old = await tx.outboxMessage.findMany({
          where: {
            id: { in: ids },
            AND: [
              { OR: [{ sentAt: { lt: cutoff } }, { givenUpAt: { lt: cutoff } }] },
              { OR: [{ recipient: null }, { recipient: { not: erased } }] },
            ],
          },
          select: { id: true },
        });
        return eraseLetters(
          tx,
          old.map(({ id }) => id),
          at,
        );
      }),
  },
  answers: {
    read: (page) => db().enrollment.findMany(page),
    remove: (ids, cutoff) =>
      count(db().attempt.deleteMany({ where: { enrollmentId: { in: ids }, submittedAt: { lt: cutoff } } })),
  },
  audit: {
    read: (page) => db().auditEntry.findMany(page),
    remove: (ids, cutoff, at) =>
      transaction(async (tx) => {
        const old = await tx.auditEntry.findMany({
          where: { id: { in: ids }, at: { lt: cutoff }, actorSalt: { not: null } },
          select: { id: true },
        });
        return eraseFromAudit(tx, {
          ...{ entryIds: old.map(({ id }) => id), parts: ["actor", "origin", "change"] },
          ...{ reason: "older than seven years", actor: "retention", subject: "audit:retention", at },
        });
      }),
  },
};

/** Those of the orders that still name somebody and have no units held. */
async function removeOrders(where: Prisma.OrderWhereInput): Promise<number> {
  return transaction(async (tx) => {
    const old = await tx.order.findMany({
      where: { ...where, certificateName: { not: erased } },
      select: { id: true, paidAt: true },
    });
    const held = await tx.stockHold.findMany({
      where: { orderId: { in: old.map(({ id }) => id) }, state: "held" },
      select: { orderId: true },
    });
    const busy = new Set(held.map(({ orderId }) => orderId));
    const ids: OrderId[] = old.flatMap(({ id }) => (busy.has(id) ? [] : [id]));
    if (ids.length === 0) return 0;
    await tx.stockHold.updateMany({
      where: { orderId: { in: ids }, state: { in: ["lapsed", "released"] } },
      data: { customerKey: erasedKey },
    });
    await eraseOrders(tx, ids, { keepInvoice: false });
    return ids.length;
  });
}
