import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { dueReminder, reminderId } from "./schedule";

const endsOn = "2026-12-31";

test.each([
  { story: "31 days before", today: "2026-11-30", expected: undefined },
  { story: "30 days before", today: "2026-12-01", expected: 30 },
  { story: "the scheduler was down on the 30th day", today: "2026-12-10", expected: 30 },
  { story: "8 days before", today: "2026-12-23", expected: 30 },
  { story: "7 days before", today: "2026-12-24", expected: 7 },
  { story: "down for weeks: one reminder, not two", today: "2026-12-28", expected: 7 },
  { story: "the last day", today: "2026-12-31", expected: 7 },
  { story: "the day after", today: "2027-01-01", expected: undefined },
])("EDUCATION 7: $story", ({ today, expected }) => {
  expect(dueReminder(endsOn, "2026-01-15", today)).toBe(expected);
});

test.each([
  { story: "bought 31 days before", enrolledOn: "2026-11-30", today: "2026-12-02", expected: 30 },
  { story: "bought 30 days before: the shop said so at purchase", enrolledOn: "2026-12-01", today: "2026-12-02" },
  { story: "bought within the 30 days, then 7 before", enrolledOn: "2026-12-10", today: "2026-12-24", expected: 7 },
  { story: "bought within the last week", enrolledOn: "2026-12-26", today: "2026-12-27" },
])("$story", ({ enrolledOn, today, expected }) => {
  expect(dueReminder(endsOn, enrolledOn, today)).toBe(expected);
});

test("a reminder's id is valid in a Message-ID and a file name", () => {
  expect(reminderId(EnrollmentId.parse("aZ-09_"), 30)).toMatch(/^[\w.-]+$/);
});
