import { expect, test } from "vitest";
import { customerLimits, isSessionOpen, shouldRecordUse, staffLimits } from "./sessions";

const now = new Date("2026-11-24T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  { story: "just signed in", created: 0, seen: 0, open: true },
  { story: "idle for 29 minutes", created: 29, seen: 29, open: true },
  { story: "idle for 30 minutes", created: 30, seen: 30, open: false },
  { story: "in use for 11 hours and 59 minutes", created: 719, seen: 1, open: true },
  { story: "in use for 12 hours", created: 720, seen: 0, open: false },
  { story: "created by a clock that is ahead", created: -5, seen: -5, open: true },
])("SECURITY 7.3: $story", ({ created, seen, open }) => {
  expect(isSessionOpen({ createdAt: ago(created), lastSeenAt: ago(seen) }, staffLimits, now)).toBe(open);
});

const day = 24 * 60;
test.each([
  { story: "idle for just under 30 days", created: 30 * day - 1, seen: 30 * day - 1, open: true },
  { story: "idle for 30 days", created: 30 * day, seen: 30 * day, open: false },
  { story: "in use for just under 90 days", created: 90 * day - 1, seen: day, open: true },
  { story: "in use for 90 days", created: 90 * day, seen: 0, open: false },
])("SECURITY 7.3: a customer’s session $story", ({ created, seen, open }) => {
  expect(isSessionOpen({ createdAt: ago(created), lastSeenAt: ago(seen) }, customerLimits, now)).toBe(open);
});

test.each([
  { seen: 0, noted: false },
  { seen: 0.9, noted: false },
  { seen: 1, noted: true },
])("a use $seen minutes after the last one is recorded: $noted", ({ seen, noted }) => {
  expect(shouldRecordUse({ createdAt: ago(60), lastSeenAt: ago(seen) }, staffLimits, now)).toBe(noted);
});
