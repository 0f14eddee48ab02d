import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, decimalDollars, formatCents, parseDollars } from "./money";

test("PRICING 1: money is whole cents; a fraction is a bug", () => {
  expect(() => cents(99.5)).toThrow(RangeError);
  expect(() => cents(Number.NaN)).toThrow(RangeError);
});

test.each([
  { typed: "99.50", expected: 9950 },
  { typed: " $1,299 ", expected: 129900 },
  { typed: "0.05", expected: 5 },
  { typed: "99.5", expected: undefined },
  { typed: "-1.00", expected: undefined },
  { typed: "1.005", expected: undefined },
  { typed: "ten", expected: undefined },
  { typed: "", expected: undefined },
  { typed: "21,474,836.47", expected: 2_147_483_647 },
  { typed: "21,474,836.48", expected: undefined },
  { typed: "99999999999999999999", expected: undefined },
  { typed: "9".repeat(400), expected: undefined },
])("a typed amount: $typed", ({ typed, expected }) => {
  expect(parseDollars(typed)).toBe(expected);
});

test("a formatted amount parses back to the same value", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
      expect(parseDollars(formatCents(cents(amount)))).toBe(amount);
      expect(parseDollars(decimalDollars(cents(amount)))).toBe(amount);
    }),
  );
});
