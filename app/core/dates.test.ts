import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  boundsOfDay,
  dayIn,
  daysBetween,
  formatDay,
  formatInstant,
  fromLocalField,
  toLocalField,
} from "./dates";

test.each([
  { story: "winter evening belongs to the earlier day", instant: "2026-12-01T05:30:00Z", day: "2026-11-30" },
  { story: "summer offset", instant: "2026-07-01T04:59:59Z", day: "2026-06-30" },
  { story: "midnight starts a day", instant: "2026-07-01T05:00:00Z", day: "2026-07-01" },
])("EDUCATION 8: the store's day: $story", ({ instant, day }) => {
  expect(dayIn(new Date(instant), "America/Chicago")).toBe(day);
});

test("dates are formatted in the shop's style", () => {
  expect(formatDay("2026-11-30")).toBe("Nov 30, 2026");
  expect(formatInstant(new Date("2026-12-01T05:59:00Z"), "America/Chicago")).toBe("Nov 30, 2026, 11:59 PM CST");
});

test("days are counted across month and leap-year ends", () => {
  expect(daysBetween("2026-11-24", "2026-12-08")).toBe(14);
  expect(daysBetween("2026-11-24", "2026-10-31")).toBe(-24);
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});

test.each([
  { typed: "2026-11-29T23:59", instant: "2026-11-30T05:59:00.000Z" },
  { typed: "2026-03-08T02:30", instant: "2026-03-08T08:30:00.000Z" },
  { typed: "2026-02-30T10:00", instant: undefined },
  { typed: "tomorrow", instant: undefined },
])("a typed local time: $typed", ({ typed, instant }) => {
  expect(fromLocalField(typed, "America/Chicago")?.toISOString()).toBe(instant);
});

test("a field shows the local time it was parsed from", () => {
  const instant = fromLocalField("2026-11-29T23:59", "America/Chicago");
  expect(instant && toLocalField(instant, "America/Chicago")).toBe("2026-11-29T23:59");
});

test.each([
  { day: "2026-11-24", months: -24, expected: "2024-11-24" },
  { day: "2028-02-29", months: -24, expected: "2026-02-28" },
  { day: "2026-10-31", months: 1, expected: "2026-11-30" },
])("$months months from $day is $expected", ({ day, months, expected }) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  { day: "2026-11-01", starts: "2026-11-01T05:00:00.000Z", ends: "2026-11-02T06:00:00.000Z" },
  { day: "2026-03-08", starts: "2026-03-08T06:00:00.000Z", ends: "2026-03-09T05:00:00.000Z" },
  { day: "2026-12-31", starts: "2026-12-31T06:00:00.000Z", ends: "2027-01-01T06:00:00.000Z" },
])("the store's day $day, including clock changes", ({ day, starts, ends }) => {
  const bounds = boundsOfDay(day, "America/Chicago");
  expect([bounds.starts.toISOString(), bounds.ends.toISOString()]).toEqual([starts, ends]);
});
