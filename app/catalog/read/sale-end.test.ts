import { expect, test } from "vitest";
import { formatMinutes } from "./minutes";
import { saleEnd, saleEndText } from "./sale-end";

const timeZone = "America/Chicago";

test.each([
  { story: "a month ahead: the day", now: "2026-11-24T12:00:00Z", end: "2026-12-24T12:00:00Z", text: "Dec 24, 2026" },
  { story: "midnight: the day before", now: "2026-11-24T12:00:00Z", end: "2026-12-25T06:00:00Z", text: "Dec 24, 2026" },
  {
    story: "exactly a day ahead: the day",
    now: "2026-12-23T12:00:00Z",
    end: "2026-12-24T12:00:00Z",
    text: "Dec 24, 2026",
  },
])("PRICING 4, $story", ({ now, end, text }) => {
  expect(saleEnd(end, { now: new Date(now), timeZone })).toEqual({ text });
});

test.each([
  { now: "2026-12-23T12:01:00Z", minutesLeft: 1439 },
  { now: "2026-12-24T11:59:30Z", minutesLeft: 0 },
  { now: "2026-12-24T13:00:00Z", minutesLeft: 0 },
])("within a day of its end a sale shows the time and counts down: $minutesLeft minutes", ({ now, minutesLeft }) => {
  const end = saleEnd("2026-12-24T12:00:00Z", { now: new Date(now), timeZone });
  expect(end).toEqual({ text: "Dec 24, 2026, 6:00 AM CST", minutesLeft });
});

test.each([
  [1439, "23 h 59 min"],
  [180, "3 h"],
  [12, "12 min"],
  [0, "less than a minute"],
])("%i minutes read as %s", (minutes, text) => {
  expect(formatMinutes(minutes)).toBe(text);
});

test.each([
  { now: "2026-12-20T12:00:00Z", text: "Dec 24, 2026" },
  { now: "2026-12-24T08:55:00Z", text: "Dec 24, 2026, 6:00 AM CST, in 3 h 5 min" },
])("in one sentence: $text", ({ now, text }) => {
  expect(saleEndText("2026-12-24T12:00:00Z", { now: new Date(now), timeZone })).toBe(text);
});
