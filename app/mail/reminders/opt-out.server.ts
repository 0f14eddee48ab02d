import type { EnrollmentId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { reminderDays, reminderId } from "./schedule";

/** Closes all of an enrollment's reminders, including future ones: an id already in the outbox is never queued again.
 *  */
export async function stopReminders(enrollmentId: EnrollmentId): Promise<void> {
  // Read outside the transaction: in SQLite, one that reads before it writes fails if another process writes in
  // between.
  const { orderId } = await db().enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: { orderId: true },
  });
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    for (const days of reminderDays) {
      const id = reminderId(enrollmentId, days);
      await queueMail(tx, { id, kind: "approval-ending", payload: { enrollmentId }, orderId, at });
      await tx.outboxMessage.updateMany({
        where: { id, sentAt: null },
        data: { sentAt: at, givenUpAt: null, lastError: "Not sent: the learner opted out of reminders." },
      });
    }
  });
}
