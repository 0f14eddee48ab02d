import { expect, test } from "vitest";
import { choosePreviewMoment } from "./preview";

const facts = {
  startsAt: new Date("2026-11-27T06:00:30Z"),
  endsAt: new Date("2026-11-30T06:00:00Z"),
  timeZone: "America/Chicago",
};
const before = new Date("2026-11-24T18:00:00Z");
const during = new Date("2026-11-28T18:00:00Z");
const after = new Date("2026-12-24T18:00:00Z");

test.each([
  { story: "its start, before it begins", typed: undefined, now: before, at: "2026-11-27T06:00:30.000Z" },
  { story: "now, while it runs", typed: undefined, now: during, at: during.toISOString() },
  { story: "its last minute, after it ends", typed: undefined, now: after, at: "2026-11-30T05:59:00.000Z" },
  { story: "the one that was typed", typed: "2026-11-29T10:00", now: before, at: "2026-11-29T16:00:00.000Z" },
  { story: "its start, typed to the minute", typed: "2026-11-27T00:00", now: during, at: "2026-11-27T06:00:30.000Z" },
])("the moment of a preview is $story", ({ typed, now, at }) => {
  expect(choosePreviewMoment(typed, { ...facts, now })).toEqual({ at: new Date(at) });
});

test.each([
  { story: "before the window", typed: "2026-11-26T23:59", problem: /runs from Nov 27, 2026, 12:00 AM CST to/ },
  {
    story: "at its end",
    typed: "2026-11-30T00:00",
    problem: /to Nov 30, 2026, 12:00 AM CST\. Enter a time in between/,
  },
  { story: "that is not valid", typed: "tomorrow", problem: /Enter a date and a time/ },
])("a moment $story is reported, and the nearest one is shown", ({ typed, problem }) => {
  const moment = choosePreviewMoment(typed, { ...facts, now: during });
  expect(moment.at).toEqual(during);
  expect(moment.problem).toMatch(problem);
});
