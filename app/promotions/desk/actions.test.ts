import { expect, test } from "vitest";
import { Terms } from "../kinds/kinds";
import type { PromotionValues } from "../store/check-values";
import type { PromotionState } from "../store/state";
import { changesOf, copyValues, listActions } from "./actions";

const startsAt = new Date("2026-11-20T06:00:00Z");
const endsAt = new Date("2026-12-01T06:00:00Z");
const within = new Date("2026-11-24T12:00:00Z");
const values: PromotionValues = {
  name: "Ten",
  terms: Terms.parse({ kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 } }),
  limit: null,
  perCustomer: 1,
  startsAt,
  endsAt,
  isPaused: false,
  isFeatured: true,
  isPublished: true,
  codes: ["TEN"],
};

test.each<{ state: PromotionState; isPaused?: boolean; now?: Date; acts: string[] }>([
  { state: "draft", acts: ["publish", "copy"] },
  { state: "scheduled", now: new Date(0), acts: ["pause", "withdraw", "copy"] },
  { state: "running", acts: ["pause", "end", "copy"] },
  { state: "used up", acts: ["pause", "end", "copy"] },
  { state: "paused", isPaused: true, acts: ["resume", "end", "copy"] },
  { state: "paused", isPaused: true, now: new Date(0), acts: ["resume", "withdraw", "copy"] },
  { state: "ended", now: endsAt, acts: ["copy"] },
])("$state, paused: $isPaused: staff can $acts", ({ state, isPaused = false, now = within, acts }) => {
  expect(listActions(state, { ...values, isPaused }, now)).toEqual(acts);
});

test("a draft is never also paused", () => {
  for (const act of ["publish", "withdraw"] as const) expect(changesOf(act, within)).toMatchObject({ isPaused: false });
  expect(copyValues({ ...values, isPaused: true }, within)).toMatchObject({ isPaused: false, isPublished: false });
});

test("a copy is a draft without codes or the banner; it keeps the window unless that has ended", () => {
  expect(copyValues(values, within)).toEqual({
    ...values,
    name: "Copy of Ten",
    isPublished: false,
    isFeatured: false,
    codes: [],
  });
  const later = new Date("2027-02-01T06:00:00Z");
  expect(copyValues(values, later)).toMatchObject({ startsAt: later, endsAt: new Date("2027-02-12T06:00:00Z") });
});

test("a copy of a promotion that was ended early lasts a week", () => {
  const { startsAt } = values;
  const endsAt = new Date(startsAt.getTime() + 60_000);
  expect(copyValues({ ...values, endsAt }, endsAt)).toMatchObject({
    startsAt: endsAt,
    endsAt: new Date(endsAt.getTime() + 7 * 86_400_000),
  });
});
