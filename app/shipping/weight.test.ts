import { expect, test } from "vitest";
import { formatPounds, formatWeight, parseWeight } from "./weight";

test.each([
  ["500", 500],
  [" 500 g ", 500],
  ["1.2 kg", 1200],
  ["1.2kg", 1200],
  ["1 lb", 454],
  ["2 lbs", 907],
  ["1 lb 4 oz", 567],
  ["18 OZ", 510],
  ["1 pound 4 ounces", 567],
  ["0", undefined],
  ["", undefined],
  ["heavy", undefined],
  ["-500", undefined],
  ["1 kg 4 oz", undefined],
  ["1 lb 4", undefined],
  ["1e3", undefined],
])("reads %j as %s", (typed, grams) => {
  expect(parseWeight(typed)).toBe(grams);
});

test.each([
  [20, "20 g (0.7 oz)"],
  [495, "495 g (1 lb 1.5 oz)"],
  [1250, "1.25 kg (2 lb 12.1 oz)"],
  [454, "454 g (1 lb)"],
])("%i grams are shown in both units", (grams, text) => {
  expect(formatWeight(grams)).toBe(text);
});

test("a weight that rounds up to a pound is a pound, not 16 ounces", () => {
  expect(formatPounds(453)).toBe("1 lb");
});
