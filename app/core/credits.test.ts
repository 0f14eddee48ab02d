import fc from "fast-check";
import { expect, test } from "vitest";
import { credits, formatCreditColumn, formatCreditCount, formatCredits, parseCredits } from "./credits";

test("EDUCATION 6: credits are integers in hundredths", () => {
  expect(() => credits(0.5)).toThrow(RangeError);
  expect(() => credits(-1)).toThrow(RangeError);
});

test.each([
  { hundredths: 1625, alone: "16.25", column: "16.25", counted: "16.25 credits" },
  { hundredths: 250, alone: "2.5", column: "2.50", counted: "2.5 credits" },
  { hundredths: 1000, alone: "10", column: "10.00", counted: "10 credits" },
  { hundredths: 100, alone: "1", column: "1.00", counted: "1 credit" },
  { hundredths: 0, alone: "0", column: "0.00", counted: "0 credits" },
])("$hundredths hundredths are formatted as $alone", ({ hundredths, alone, column, counted }) => {
  expect(formatCredits(hundredths)).toBe(alone);
  expect(formatCreditColumn(hundredths)).toBe(column);
  expect(formatCreditCount(hundredths)).toBe(counted);
});

test("formatted credits parse back to the same value", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (amount) => {
      expect(parseCredits(formatCredits(amount))).toBe(amount);
    }),
  );
  expect(parseCredits("1.005")).toBeUndefined();
  expect(parseCredits("many")).toBeUndefined();
});
