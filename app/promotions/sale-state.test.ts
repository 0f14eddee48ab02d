import { expect, test } from "vitest";
import { saleState } from "./sale-state";

const startsAt = new Date("2026-11-20T06:00:00Z");
const endsAt = new Date("2026-12-01T06:00:00Z");
const facts = { startsAt, endsAt, isPaused: false, unitsLeft: 5 };
const within = new Date("2026-11-24T12:00:00Z");

test.each([
  { story: "before its start", facts, now: new Date(startsAt.getTime() - 1), state: "scheduled" },
  { story: "at its start", facts, now: startsAt, state: "running" },
  { story: "in its last millisecond", facts, now: new Date(endsAt.getTime() - 1), state: "running" },
  { story: "at its end", facts, now: endsAt, state: "ended" },
  { story: "with nothing left", facts: { ...facts, unitsLeft: 0 }, now: within, state: "sold out" },
  {
    story: "paused with nothing left",
    facts: { ...facts, isPaused: true, unitsLeft: 0 },
    now: within,
    state: "paused",
  },
  { story: "paused before its start", facts: { ...facts, isPaused: true }, now: new Date(0), state: "paused" },
  { story: "paused and over", facts: { ...facts, isPaused: true }, now: endsAt, state: "ended" },
])("PRICING 4: a sale $story is $state", ({ facts, now, state }) => {
  expect(saleState(facts, now)).toBe(state);
});
