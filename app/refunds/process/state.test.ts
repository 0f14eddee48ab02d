import { expect, test } from "vitest";
import { stateOf, statesBefore } from "./state";

test.each([
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["canceled", "failed"],
  ["pending", "pending"],
  ["requires_action", "pending"],
  [null, "pending"],
])("a refund that Stripe calls %s is %s", (status, state) => {
  expect(stateOf(status)).toBe(state);
});

test("a late or repeated answer never revives a failed refund or reopens one that succeeded", () => {
  expect(statesBefore("pending")).toEqual(["requested", "pending"]);
  expect(statesBefore("succeeded")).toEqual(["requested", "pending"]);
  expect(statesBefore("failed")).not.toContain("failed");
});
