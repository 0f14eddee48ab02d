import { expect, test } from "vitest";
import { bienniumFrom } from "./biennium";

test.each([
  { story: "born in July: it ends on June 30", year: 2025, month: 7, from: "2025-07-01", to: "2027-06-30" },
  { story: "born in January: on December 31", year: 2026, month: 1, from: "2026-01-01", to: "2027-12-31" },
  { story: "born in March: on February 28", year: 2025, month: 3, from: "2025-03-01", to: "2027-02-28" },
  { story: "born in March: on February 29 in a leap year", year: 2026, month: 3, from: "2026-03-01", to: "2028-02-29" },
  { story: "born in December: on November 30", year: 2026, month: 12, from: "2026-12-01", to: "2028-11-30" },
])("EDUCATION 11: $story", ({ year, month, from, to }) => {
  expect(bienniumFrom(year, month)).toEqual({ from, to });
});
