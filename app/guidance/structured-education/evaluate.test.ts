import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import { evaluateStructuredEducation, windowStart } from "./evaluate";

test.each([
  { story: "13 + 1 + 1 + 1 passes", given: [1300, 100, 100, 100], expected: "complete" },
  { story: "15 + 1 + 0 + 0 fails", given: [1500, 100, 0, 0], expected: "category-short", short: [2, 3] },
  { story: "three categories: 14 + 1 + 1 passes", given: [1400, 100, 100], expected: "complete" },
  { story: "15.99 in all fails", given: [1299, 100, 100, 100], expected: "total-short" },
  { story: "EDUCATION 6: 0.75 is not 1", given: [1400, 75, 100, 100], expected: "category-short", short: [1] },
  { story: "0.99 is not rounded up", given: [1400, 99, 100, 100], expected: "category-short", short: [1] },
])("EDUCATION 1: $story", ({ given, expected, short }) => {
  const judged = evaluateStructuredEducation(given.map(credits));
  expect(judged.kind).toBe(expected);
  expect(judged.kind === "category-short" ? judged.short : undefined).toEqual(short);
});

test("EDUCATION 2: the window goes back 24 months, to the same day", () => {
  expect(windowStart("2026-11-24")).toBe("2024-11-24");
  expect(windowStart("2028-02-29")).toBe("2026-02-28");
});
