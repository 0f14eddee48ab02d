import { z } from "zod";
import { addDays, type Day, daysBetween } from "~/core/dates";

/** A window's position in the weeks that a calendar shows, as a percentage of their width. */
export type Bar = { start: number; width: number; startsBefore: boolean; endsAfter: boolean };

/** A moment's position, as a percentage; undefined if it is outside. */
export function findPlace(at: Date, from: Date, to: Date): number | undefined {
  if (at < from || at >= to) return undefined;
  return ((at.getTime() - from.getTime()) / (to.getTime() - from.getTime())) * 100;
}

/** Undefined if the window is outside. The smallest bar is still visible. */
export function makeBar(startsAt: Date, endsAt: Date, from: Date, to: Date): Bar | undefined {
  if (endsAt <= from || startsAt >= to) return undefined;
  const length = to.getTime() - from.getTime();
  const place = (at: Date) => Math.min(100, Math.max(0, ((at.getTime() - from.getTime()) / length) * 100));
  const start = Math.min(place(startsAt), 99);
  return { start, width: Math.max(1, place(endsAt) - start), startsBefore: startsAt < from, endsAfter: endsAt > to };
}

/** Mondays of the weeks starting with the week of `day`. */
export function listWeeks(day: Day, count: number): Day[] {
  // 1970-01-05 was a Monday.
  const sinceMonday = (((daysBetween("1970-01-05", day) % 7) + 7) % 7) as number;
  const monday = addDays(day, -sinceMonday);
  return Array.from({ length: count }, (_, week) => addDays(monday, week * 7));
}

/** The weeks to show, by any day of the first. A shared link always opens. */
export const CalendarQuery = z.object({
  from: z.iso
    .date()
    .refine((day) => day >= "2000-01-01" && day < "2100-01-01")
    .optional()
    .catch(undefined),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;
