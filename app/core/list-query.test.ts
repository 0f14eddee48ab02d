import { expect, test } from "vitest";
import { casesOf, countPages, instantsOf } from "./list-query";

test("days are the store’s own, the last one included, also where a clock change makes it longer", () => {
  expect(instantsOf({ from: "2026-11-01", until: "2026-11-01" }, "America/Chicago")).toEqual({
    gte: new Date("2026-11-01T05:00:00Z"),
    lt: new Date("2026-11-02T06:00:00Z"),
  });
  expect(instantsOf({}, "America/Chicago")).toEqual({ gte: undefined, lt: undefined });
});

test.each([
  [0, 1],
  [25, 1],
  [26, 2],
])("%d rows of 25 are %d pages", (rows, pages) => {
  expect(countPages(rows, 25)).toBe(pages);
});

test("a name is looked for however it is written", () => {
  expect(casesOf("ada östberg-LIM")).toEqual([
    "ada östberg-LIM",
    "ada östberg-lim",
    "ADA ÖSTBERG-LIM",
    "Ada Östberg-Lim",
  ]);
  expect(casesOf("李")).toEqual(["李"]);
});
