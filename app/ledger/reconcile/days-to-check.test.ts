import { expect, test } from "vitest";
import { daysToCheck } from "./days-to-check";

test.each([
  { story: "the first time", checked: [], expected: ["2026-11-22", "2026-11-23", "2026-11-24"] },
  {
    story: "the last three again on the next day",
    checked: [
      ["2026-11-21", "2026-11-24"],
      ["2026-11-22", "2026-11-24"],
      ["2026-11-23", "2026-11-24"],
    ],
    expected: ["2026-11-22", "2026-11-23", "2026-11-24"],
  },
  {
    story: "nothing twice a day",
    checked: [
      ["2026-11-22", "2026-11-25"],
      ["2026-11-23", "2026-11-25"],
      ["2026-11-24", "2026-11-25"],
    ],
    expected: [],
  },
  {
    story: "a day checked before it ended",
    checked: [
      ["2026-11-22", "2026-11-25"],
      ["2026-11-23", "2026-11-25"],
      ["2026-11-24", "2026-11-24"],
    ],
    expected: ["2026-11-24"],
  },
  {
    story: "one that failed, though later ones didn't",
    checked: [
      ["2026-11-18", "2026-11-21"],
      ["2026-11-20", "2026-11-23"],
      ["2026-11-21", "2026-11-24"],
      ["2026-11-22", "2026-11-25"],
      ["2026-11-23", "2026-11-25"],
      ["2026-11-24", "2026-11-25"],
    ],
    expected: ["2026-11-19"],
  },
  {
    story: "one checked only before it ended",
    checked: [
      ["2026-11-19", "2026-11-22"],
      ["2026-11-20", "2026-11-20"],
      ["2026-11-21", "2026-11-24"],
      ["2026-11-22", "2026-11-25"],
      ["2026-11-23", "2026-11-25"],
      ["2026-11-24", "2026-11-25"],
    ],
    expected: ["2026-11-20"],
  },
  {
    story: "all since the shop last ran",
    checked: [["2026-11-19", "2026-11-20"]],
    expected: ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"],
  },
])("days to reconcile: $story", ({ checked, expected }) => {
  expect(daysToCheck("2026-11-24", new Map(checked as [string, string][]))).toEqual(expected);
});

test("after a long outage, at most a month is checked", () => {
  expect(daysToCheck("2026-11-24", new Map([["2025-01-01", "2025-01-02"]]))).toHaveLength(31);
});
