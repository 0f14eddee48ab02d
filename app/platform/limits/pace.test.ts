import { expect, test } from "vitest";
import { delayAfter } from "./pace";

test("SECURITY 51: the wait doubles with each use beyond the free ones, up to the longest", () => {
  const pace = { free: 5, seconds: 3600, first: 5, longest: 120 };
  const waits = Array.from({ length: 12 }, (_, index) => delayAfter(index + 1, pace));
  expect(waits).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 120, 120]);
  expect(delayAfter(1_000_000, pace)).toBe(120);
});
