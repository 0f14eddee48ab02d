import { Temporal } from "temporal-polyfill";

/** A calendar day, ISO `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** The calendar day of an instant in a time zone ("America/Chicago"). */
export function dayIn(instant: Date, timeZone: string): Day {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** When a calendar day begins and ends in a time zone: `[starts, ends)`, 23 to 25 hours. */
export function boundsOfDay(day: Day, timeZone: string): { starts: Date; ends: Date } {
  const date = Temporal.PlainDate.from(day);
  const midnight = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(timeZone).epochMilliseconds);
  return { starts: midnight(date), ends: midnight(date.add({ days: 1 })) };
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day of another month, or that month's last day if it is shorter. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

const longDay = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** `Nov 30, 2026` */
export function formatDay(day: Day): string {
  return longDay.format(new Date(`${day}T00:00:00Z`));
}

/** `Nov 30, 2026, 11:59 PM CST`; pages have an instant as its ISO text. */
export function formatInstant(instant: Date | string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  })
    .format(new Date(instant))
    .replaceAll("\u202f", " ");
}

/** `2026-11-30T23:59`, for a datetime-local field. */
export function toLocalField(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** Parses a datetime-local value in the time zone; undefined if invalid. A time skipped by a clock change moves
 *  forward by the gap. */
export function fromLocalField(text: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return undefined;
  try {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
    return new Date(epochMilliseconds);
  } catch {
    return undefined;
  }
}

function zoned(instant: Date, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
