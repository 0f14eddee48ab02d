import { writeAudit } from "~/audit/audit.server";
import type { CourseFormatId } from "~/core/ids";
import { failed, ok, type Result } from "~/core/result";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { changeCapacity, lockStock } from "./change-capacity.server";

type CopiesChange = {
  courseFormatId: CourseFormatId;
  /** Copies received or, if negative, removed other than for orders. */
  change: number;
  reason: string;
  /** The staff member's e-mail. */
  actor: string;
};

/** Adds or removes printed copies and returns how many are left to sell. Never overwrites the total, so two people can each
 *  count a box at the same time. Fails if more than `left` would be removed: the rest belong to orders. Throws a 404 if this
 *  format is not mailed. */
export async function changeCopies(edit: CopiesChange): Promise<Result<number, { left: number }>> {
  const { courseFormatId, change, reason, actor } = edit;
  const format = await db().courseFormat.findUnique({ where: { id: courseFormatId }, select: { stockId: true } });
  const stockId = format?.stockId;
  if (!stockId) throw new Response("We couldn’t find this book.", { status: 404 });
  return transaction(async (tx) => {
    await lockStock(tx, stockId, await databaseNow(tx));
    const isChanged = await changeCapacity(tx, stockId, change);
    const { capacity, taken } = await tx.stock.findUniqueOrThrow({ where: { id: stockId } });
    const left = capacity - taken;
    if (!isChanged) return failed({ left });
    await writeAudit(tx, {
      actor,
      action: change > 0 ? "copies.received" : "copies.removed",
      subject: `book:${courseFormatId}`,
      before: { copiesLeft: left - change },
      after: { copiesLeft: left, reason },
      at: now(),
    });
    return ok(left);
  });
}
