import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { calculateRefund } from "./refund-shares";

test.each([
  {
    story: "SCENARIO 16: three units, $10.00 off the order",
    portions: [{ quantity: 3, total: cents(37700) }],
    parts: [1, 1, 1],
    shares: [12566, 12567, 12567],
  },
  {
    story: "two at once, then the last",
    portions: [{ quantity: 3, total: cents(1000) }],
    parts: [2, 1],
    shares: [666, 334],
  },
  {
    story: "the regular units go back first",
    portions: [
      { quantity: 1, total: cents(9950) },
      { quantity: 2, total: cents(25800) },
    ],
    parts: [1, 1, 1],
    shares: [12900, 12900, 9950],
  },
  {
    story: "free units refund nothing",
    portions: [{ quantity: 2, total: cents(0) }],
    parts: [1, 1],
    shares: [0, 0],
  },
  {
    story: "fewer cents than units",
    portions: [{ quantity: 3, total: cents(2) }],
    parts: [1, 1, 1],
    shares: [0, 1, 1],
  },
])("PRICING 9: $story", ({ portions, parts, shares }) => {
  let refunded = 0;
  const given = parts.map((quantity) => {
    const share = calculateRefund(portions, refunded, quantity);
    refunded += quantity;
    return share;
  });
  expect(given).toEqual(shares);
});

test("PRICING 9: in any sequence, refunds of all units add up to what was paid, and none is negative", () => {
  const portion = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), total: fc.nat(100_000).map(cents) });
  fc.assert(
    fc.property(
      fc.array(portion, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 5 })),
      (portions, parts) => {
        const units = portions.reduce((sum, { quantity }) => sum + quantity, 0);
        const paid = portions.reduce((sum, { total }) => sum + total, 0);
        let [refunded, given] = [0, 0];
        for (const part of [...parts, units]) {
          const quantity = Math.min(part, units - refunded);
          const share = calculateRefund(portions, refunded, quantity);
          expect(share).toBeGreaterThanOrEqual(0);
          refunded += quantity;
          given += share;
          expect(given).toBeLessThanOrEqual(paid);
        }
        expect(given).toBe(paid);
      },
    ),
    { seed: 9 },
  );
});

test("no more units can be refunded than there are", () => {
  expect(() => calculateRefund([{ quantity: 2, total: cents(100) }], 1, 2)).toThrow(RangeError);
});
