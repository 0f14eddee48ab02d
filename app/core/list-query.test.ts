import { expect, test } from "vitest";
import { boundsOfDays, caseVariants, countPages } from "./list-query";

test("days are in the store’s time zone, last day included, even if a clock change makes it longer", () => {
  expect(boundsOfDays({ from: "2026-11-01", until: "2026-11-01" }, "America/Chicago")).toEqual({
    gte: new Date("2026-11-01T05:00:00Z"),
    lt: new Date("2026-11-02T06:00:00Z"),
  });
  expect(boundsOfDays({}, "America/Chicago")).toEqual({ gte: undefined, lt: undefined });
});

test.each([
  [0, 1],
  [25, 1],
  [26, 2],
])("%d rows at 25 per page are %d pages", (rows, pages) => {
  expect(countPages(rows, 25)).toBe(pages);
});

test("a name is found in any letter case", () => {
  expect(caseVariants("ada östberg-LIM")).toEqual([
    "ada östberg-LIM",
    "ada östberg-lim",
    "ADA ÖSTBERG-LIM",
    "Ada Östberg-Lim",
  ]);
  expect(caseVariants("李")).toEqual(["李"]);
});
