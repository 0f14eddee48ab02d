import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOut } from "./share-out";

test.each([
  { whole: 1000, weights: [1, 1, 1], parts: [334, 333, 333] },
  { whole: 1001, weights: [1, 1, 1], parts: [334, 334, 333] },
  { whole: 100, weights: [3, 1], parts: [75, 25] },
  { whole: 5, weights: [0, 10], parts: [0, 5] },
  { whole: 5, weights: [0, 0], parts: [0, 0] },
  { whole: 5, weights: [], parts: [] },
])("PRICING 2: $whole split by $weights is $parts", ({ whole, weights, parts }) => {
  expect(shareOut(whole, weights)).toEqual(parts);
});

test("PRICING 2: parts add up to the whole, and no part exceeds its weight unless the whole does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), fc.nat(1_000_000), (weights, amount) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      const whole = Math.min(amount, sum);
      const parts = shareOut(whole, weights);
      expect(parts.reduce((total, part) => total + part, 0)).toBe(sum === 0 ? 0 : whole);
      for (const [index, part] of parts.entries()) expect(part).toBeLessThanOrEqual(weights[index] ?? 0);
    }),
    { seed: 1 },
  );
});
