import { expect, test } from "vitest";
import { isInRanges, rangesOf } from "./ranges";

test.each([
  [[], []],
  [[3], ["3"]],
  [
    [9, 3, 8, 7, 8],
    ["3", "7-9"],
  ],
])("%j are the ranges %j, and no other number is in them", (numbers, ranges) => {
  expect(rangesOf(numbers)).toEqual(ranges);
  const inside = Array.from({ length: 12 }, (_, number) => number).filter((number) => isInRanges(number, ranges));
  expect(inside).toEqual([...new Set(numbers)].sort());
});
