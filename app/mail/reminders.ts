import { addDays, type Day, daysBetween } from "~/core/dates";
import type { EnrollmentId } from "~/core/ids";

/** How many days before an approval's end its learners are reminded. */
export const reminderDays = [30, 7] as const;
export const lastReminderDays = 7;

/** The reminder that is due, as its days: the nearest that has come, so that a scheduler which was dead for weeks does not send
 *  two at once. Nobody is reminded of what they bought when it was as near already; the shop said so before payment. */
export function dueReminder(endsOn: Day, enrolledOn: Day, today: Day): number | undefined {
  const left = daysBetween(today, endsOn);
  if (left < 0) return undefined;
  const due = reminderDays.filter((days) => left <= days).at(-1);
  return due !== undefined && enrolledOn < addDays(endsOn, -due) ? due : undefined;
}

/** The outbox's id of a reminder: there is one for an enrolment and threshold, ever. Fit for a Message-ID and a file's name. */
export function reminderId(enrolmentId: EnrollmentId, days: number): string {
  return `approval-ending.${enrolmentId}.${days}`;
}
