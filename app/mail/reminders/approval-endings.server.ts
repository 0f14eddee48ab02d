import { addDays, dayIn } from "~/core/dates";
import type { EnrollmentId, OrderId } from "~/core/ids";
import { readEnrollment } from "~/learning/enrollment/read.server";
import { fulfilledStates, isTestable } from "~/learning/enrollment/standing";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { queueMail } from "~/platform/outbox.server";
import { readShop } from "~/shop/shop.server";
import { dueReminder, reminderDays, reminderId } from "./schedule";

const page = 500;

/** The store's day on which this process last checked. */
let lookedOn: string | undefined;

/** The job: runs once per store day; a failed day is tried again in the next round. */
export async function remindDaily(): Promise<void> {
  const today = dayIn(await databaseNow(db()), (await readShop()).timeZone);
  if (lookedOn === today) return;
  await remindOfApprovalEndings();
  lookedOn = today;
}

/** Queues a reminder for every learner whose course's approval ends within 30 days, and another within 7
 *  (EDUCATION 7). Each is queued once, however often and in however many processes this runs. The next run makes up for missed
 *  days. */
export async function remindOfApprovalEndings(time?: Date): Promise<void> {
  const at = time ?? (await databaseNow(db()));
  const { timeZone } = await readShop();
  const today = dayIn(at, timeZone);
  for (let last = ""; ; ) {
    const ending = await db().enrollment.findMany({
      where: {
        id: { gt: last },
        passedAt: null,
        withdrawnAt: null,
        participantKey: { not: null },
        order: { state: { in: fulfilledStates } },
        approval: { endsOn: { gte: today, lte: addDays(today, Math.max(...reminderDays)) } },
      },
      select: { id: true, orderId: true, createdAt: true, approval: { select: { endsOn: true } } },
      orderBy: { id: "asc" },
      take: page,
    });
    const due = ending.flatMap(({ id, orderId, createdAt, approval }) => {
      const days = dueReminder(approval.endsOn, dayIn(createdAt, timeZone), today);
      return days === undefined ? [] : [{ id: reminderId(id, days), enrollmentId: id, orderId }];
    });
    for (const reminder of await unwritten(due)) await remind(reminder, at);
    const end = ending.at(-1);
    if (!end || ending.length < page) return;
    last = end.id;
  }
}

type Reminder = { id: string; enrollmentId: EnrollmentId; orderId: OrderId };

async function unwritten(reminders: Reminder[]): Promise<Reminder[]> {
  const ids = reminders.map(({ id }) => id);
  const rows = await db().outboxMessage.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const written = new Set(rows.map(({ id }) => id));
  return reminders.filter(({ id }) => !written.has(id));
}

async function remind({ id, enrollmentId, orderId }: Reminder, at: Date): Promise<void> {
  if (!isTestable((await readEnrollment(enrollmentId, at)).standing)) return;
  await queueMail(db(), { id, kind: "approval-ending", payload: { enrollmentId }, orderId, at });
}
