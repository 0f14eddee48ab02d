import { expect, test } from "vitest";
import { CalendarQuery, findPlace, listWeeks, makeBar } from "./bars";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const [from, to] = [day("2026-11-23"), day("2026-12-03")];

test.each([
  {
    story: "inside the calendar",
    starts: "2026-11-24",
    ends: "2026-11-26",
    bar: { start: 10, width: 20, startsBefore: false, endsAfter: false },
  },
  {
    story: "longer than the calendar",
    starts: "2026-01-01",
    ends: "2027-01-01",
    bar: { start: 0, width: 100, startsBefore: true, endsAfter: true },
  },
  { story: "that ends as the calendar begins", starts: "2026-11-01", ends: "2026-11-23", bar: undefined },
  { story: "after the calendar", starts: "2026-12-03", ends: "2026-12-09", bar: undefined },
])("a window $story", ({ starts, ends, bar }) => {
  expect(makeBar(day(starts), day(ends), from, to)).toEqual(bar);
});

test("a momentary window is still visible", () => {
  expect(makeBar(day("2026-12-02"), new Date(day("2026-12-02").getTime() + 1), from, to)?.width).toBe(1);
});

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2026-11-30", "2026-11-30"],
])("the week of %s starts on %s", (today, monday) => {
  expect(listWeeks(today, 2)[0]).toBe(monday);
});

test("a moment has a position in the weeks that include it", () => {
  expect(findPlace(day("2026-11-28"), from, to)).toBe(50);
  expect(findPlace(day("2026-12-03"), from, to)).toBeUndefined();
  expect(findPlace(day("2026-11-22"), from, to)).toBeUndefined();
});

test.each([
  ["2026-11-25", "2026-11-25"],
  ["2026-02-30", undefined],
  ["9999-12-31", undefined],
  ["soon", undefined],
])("weeks from %s: %s", (from, read) => {
  expect(CalendarQuery.parse({ from })).toEqual({ from: read });
});
