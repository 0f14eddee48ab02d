import { expect, test } from "vitest";
import { findPromotionState, type PromotionState } from "./state";

const startsAt = new Date("2026-11-20T06:00:00Z");
const endsAt = new Date("2026-12-01T06:00:00Z");
const during = new Date("2026-11-24T12:00:00Z");
const facts = { kind: "limited-sale" as const, startsAt, endsAt, isPaused: false, isPublished: true, unitsLeft: 3 };

test.each<{ change: Partial<Parameters<typeof findPromotionState>[0]>; now: Date; state: PromotionState }>([
  { change: {}, now: new Date(startsAt.getTime() - 1), state: "scheduled" },
  { change: {}, now: startsAt, state: "running" },
  { change: {}, now: new Date(endsAt.getTime() - 1), state: "running" },
  { change: {}, now: endsAt, state: "ended" },
  { change: { unitsLeft: undefined }, now: during, state: "running" },
  { change: { unitsLeft: 0 }, now: during, state: "sold out" },
  { change: { unitsLeft: 0, kind: "coupon" }, now: during, state: "used up" },
  { change: { isPaused: true, unitsLeft: 0 }, now: during, state: "paused" },
  { change: { isPublished: false, isPaused: true }, now: during, state: "draft" },
  { change: { isPublished: false }, now: endsAt, state: "ended" },
])("a promotion with $change at $now is $state", ({ change, now, state }) => {
  expect(findPromotionState({ ...facts, ...change }, now)).toBe(state);
});
