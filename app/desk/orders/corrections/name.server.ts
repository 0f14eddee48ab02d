import { z } from "zod";
import { writeAudit } from "~/audit/audit.server";
import { customerKeyOf } from "~/core/email";
import type { OrderId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { isSamePerson } from "~/learning/participant/participant";
import type { Queries } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { lockOrder } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";
import type { NameForm } from "./forms";

export type NameProblem =
  /** Someone else changed it first. */
  | "changed"
  /** Every unit under this name is certified, and certificates never change. */
  | "certified"
  /** A test was submitted under the name, so only its spelling can change. */
  | "another-person";

/** Corrects the buyer's name for certificates, on the order and on each of the buyer's units without a certificate. Idempotent. */
export async function correctName(
  orderId: OrderId,
  { was, name }: NameForm,
  by: string,
): Promise<Result<void, NameProblem>> {
  return transaction(async (tx) => {
    await lockOrder(tx, orderId);
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { certificateName: true, email: true, customerKey: true },
    });
    if (order.certificateName === name) return ok(undefined);
    if (order.certificateName !== was) return failed("changed");
    const own = { orderId, participantKey: { in: await keysOfBuyer(tx, orderId, order) }, participantName: was };
    const units = await tx.enrollment.findMany({
      where: own,
      select: { id: true, attemptsUsed: true, passedAt: true },
    });
    const open = units.filter(({ passedAt }) => passedAt === null);
    if (units.length > 0 && open.length === 0) return failed("certified");
    const { email } = order;
    const isSpelling = isSamePerson({ name: was, email }, { name, email });
    if (!isSpelling && open.some(({ attemptsUsed }) => attemptsUsed > 0)) return failed("another-person");

    await tx.order.updateMany({ where: { id: orderId, certificateName: was }, data: { certificateName: name } });
    // Guarded by what was read: an attempt submitted concurrently keeps the name it was taken under.
    for (const { id, attemptsUsed } of open)
      await tx.enrollment.updateMany({
        where: { ...own, id, passedAt: null, attemptsUsed },
        data: { participantName: name, confirmedAt: null },
      });
    const at = await databaseNow(tx);
    const [before, after] = [{ certificateName: was }, { certificateName: name }];
    await writeAudit(tx, { actor: by, action: "order.name-changed", subject: `order:${orderId}`, before, after, at });
    return ok(undefined);
  });
}

const Before = z.object({ email: z.string() });

/** A unit belongs to the learner's address, not to the buying account, and after a test not even to the corrected address. */
async function keysOfBuyer(tx: Queries, orderId: OrderId, order: { email: string; customerKey: string }) {
  const corrections = await tx.auditEntry.findMany({
    where: { subject: `order:${orderId}`, action: "order.email-changed" },
    select: { before: true },
  });
  const former = corrections.flatMap(({ before }) => Before.safeParse(before).data?.email ?? []);
  return [order.customerKey, ...[order.email, ...former].map(customerKeyOf)];
}
