import type { EnrollmentId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { queueMail } from "~/platform/outbox.server";
import { reminderDays, reminderId } from "./reminders";

/** Settles every reminder of an enrolment, also those that are not written yet: what the outbox has is never queued again. */
export async function stopReminders(enrolmentId: EnrollmentId): Promise<void> {
  // Read outside: in SQLite a transaction that reads before it writes fails where another process writes meanwhile.
  const { orderId } = await db().enrolment.findUniqueOrThrow({ where: { id: enrolmentId }, select: { orderId: true } });
  await transaction(async (tx) => {
    const at = await databaseNow(tx);
    for (const days of reminderDays) {
      const id = reminderId(enrolmentId, days);
      await queueMail(tx, { id, kind: "approval-ending", payload: { enrolmentId }, orderId, at });
      await tx.outboxMessage.updateMany({
        where: { id, sentAt: null },
        data: { sentAt: at, givenUpAt: null, lastError: "Not sent: the learner opted out of reminders." },
      });
    }
  });
}
