import { expect, test } from "vitest";
import { approvalState, currentApproval, hasEnded, isInForce } from "./approval-state";

const today = "2026-11-24";

test.each([
  { story: "begins tomorrow", startsOn: "2026-11-25", endsOn: "2028-11-24", state: "not-started", daysLeft: 731 },
  {
    story: "begins tomorrow, for a month",
    startsOn: "2026-11-25",
    endsOn: "2026-12-24",
    state: "not-started",
    daysLeft: 30,
  },
  { story: "begins today", startsOn: today, endsOn: "2028-11-23", state: "running", daysLeft: 730 },
  { story: "is valid today only", startsOn: today, endsOn: today, state: "ends-soon", daysLeft: 0 },
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

const ended = { startsOn: "2022-01-01", endsOn: "2024-12-31" };
const endedLater = { startsOn: "2024-01-01", endsOn: "2026-11-23" };
const running = { startsOn: "2025-01-01", endsOn: today };
const overlapping = { startsOn: "2026-11-01", endsOn: "2028-10-31" };
const next = { startsOn: "2026-11-25", endsOn: "2028-11-24" };
const nextButOne = { startsOn: "2028-11-25", endsOn: "2030-11-24" };

test.each([
  { story: "none", approvals: [], expected: undefined },
  { story: "the one in force, not the one that ends last", approvals: [next, running, ended], expected: running },
  { story: "of two in force, the one that lasts longer", approvals: [overlapping, running], expected: overlapping },
  { story: "the next to begin, if none is in force", approvals: [nextButOne, ended, next], expected: next },
  { story: "the last that ended, if none is upcoming", approvals: [endedLater, ended], expected: endedLater },
])("EDUCATION 7: which of a course's approvals applies: $story", ({ approvals, expected }) => {
  for (const order of [approvals, approvals.toReversed()]) expect(currentApproval(order, today)).toBe(expected);
});
