import { addDays, type Day, daysBetween } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";

/** Days before an approval's end on which learners are reminded. */
export const reminderDays = [30, 7] as const;
export const lastReminderDays = 7;

/** The reminder that is due, in days: the latest one reached, so a scheduler that was down for weeks doesn't send two
 *  at once. No reminder for a purchase made within its period; the shop warned before payment. */
export function dueReminder(endsOn: Day, enrolledOn: Day, today: Day): number | undefined {
  const left = daysBetween(today, endsOn);
  if (left < 0) return undefined;
  const due = reminderDays.filter((days) => left <= days).at(-1);
  return due !== undefined && enrolledOn < addDays(endsOn, -due) ? due : undefined;
}

/** A reminder's outbox id, unique per enrollment and threshold. Valid in a Message-ID and a file name. */
export function reminderId(enrollmentId: EnrollmentId, days: number): string {
  return `approval-ending.${enrollmentId}.${days}`;
}
