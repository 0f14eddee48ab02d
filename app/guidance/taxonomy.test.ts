import { expect, test } from "vitest";
import { describeTaxonomy } from "./taxonomy";

const { majors, rows, changes } = describeTaxonomy("2026-11-24", "2025-11-24", "2027-11-24");

test("the columns are the four content categories that the disciplines draw from", () => {
  expect(majors.map(({ name }) => name)).toEqual(["Patient Care", "Safety", "Image Production", "Procedures"]);
});

test.each([
  ...["CT", "MR", "N", "R"].map((code) => ({ code, has: [true, true, true, true] })),
  ...["M", "BD", "VI", "CI", "BS"].map((code) => ({ code, has: [true, false, true, true] })),
  { code: "T", has: [true, true, false, true] },
  { code: "RRA", has: null },
])("EDUCATION 14: majors are not always four: $code", ({ code, has }) => {
  expect(rows.find((row) => row.code === code)?.has).toEqual(has);
});

test("changes of specifications near today are named, past and to come", () => {
  expect(changes).toEqual([
    { name: "Breast Sonography", on: "2026-09-01", isAhead: false },
    { name: "Bone Densitometry", on: "2027-01-01", isAhead: true },
    { name: "Radiation Therapy", on: "2027-02-01", isAhead: true },
  ]);
});
