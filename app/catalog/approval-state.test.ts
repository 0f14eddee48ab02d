import { expect, test } from "vitest";
import { approvalState, hasEnded, isInForce } from "./approval-state";

const today = "2026-11-24";

test.each([
  { story: "begins tomorrow", startsOn: "2026-11-25", endsOn: "2028-11-24", state: "not-begun", daysLeft: 731 },
  {
    story: "begins tomorrow, for a month",
    startsOn: "2026-11-25",
    endsOn: "2026-12-24",
    state: "not-begun",
    daysLeft: 30,
  },
  { story: "begins today", startsOn: today, endsOn: "2028-11-23", state: "running", daysLeft: 730 },
  { story: "is today's only", startsOn: today, endsOn: today, state: "ends-soon", daysLeft: 0 },
  { story: "ends in 61 days", startsOn: "2025-01-01", endsOn: "2027-01-24", state: "running", daysLeft: 61 },
  { story: "ends in 60 days", startsOn: "2025-01-01", endsOn: "2027-01-23", state: "ends-soon", daysLeft: 60 },
  { story: "ends today", startsOn: "2025-01-01", endsOn: today, state: "ends-soon", daysLeft: 0 },
  { story: "ended yesterday", startsOn: "2025-01-01", endsOn: "2026-11-23", state: "ended", daysLeft: -1 },
])("EDUCATION 7: an approval that $story is $state", ({ startsOn, endsOn, state, daysLeft }) => {
  const approval = { startsOn, endsOn };
  expect(approvalState(approval, today)).toEqual({ state, daysLeft });
  expect(hasEnded(approval, today)).toBe(state === "ended");
  expect(isInForce(approval, today)).toBe(startsOn <= today && today <= endsOn);
});
