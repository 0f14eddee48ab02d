import fc from "fast-check";
import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { explainPortion, listUnitPrices } from "./explain";
import type { Adjustment, Portion } from "./priced-cart";

const sale: Adjustment = {
  promotionId: PromotionId.parse("s"),
  version: 1,
  name: "Sale",
  kind: "limited-sale",
  amount: cents(2950),
};
const ten: Adjustment = {
  promotionId: PromotionId.parse("t"),
  version: 2,
  name: "Ten",
  kind: "coupon",
  code: "TEN",
  amount: cents(995),
};
const tiers: Adjustment = {
  promotionId: PromotionId.parse("q"),
  version: 1,
  name: "Three",
  kind: "quantity-tiers",
  amount: cents(1500),
};

function portion(quantity: number, regular: number, adjustments: Adjustment[] = []): Portion {
  const off = adjustments.reduce((sum, { amount }) => sum + amount, 0);
  return { quantity, regular: cents(regular), adjustments, total: cents(regular - off) };
}

test.each([
  { story: "at list price", of: portion(1, 12900), words: ["List $129.00"] },
  { story: "two at list price", of: portion(2, 25800), words: ["List $129.00 each"] },
  {
    story: "a sale, then a coupon",
    of: portion(1, 12900, [sale, ten]),
    words: ["List $129.00", "limited sale −$29.50", "coupon TEN −$9.95"],
  },
  {
    story: "figures in whole cents per unit",
    of: portion(3, 15000, [tiers]),
    words: ["List $50.00 each", "group price −$5.00"],
  },
  {
    story: "if one figure isn't, all are for the portion",
    of: portion(3, 3000, [{ ...ten, amount: cents(1000) }]),
    words: ["List $30.00 for 3", "coupon TEN −$10.00"],
  },
])("a price explanation: $story", ({ of, words }) => {
  expect(explainPortion(of)).toEqual(words);
});

test.each([
  { quantity: 1, total: 9950, prices: [[1, 9950]] },
  { quantity: 3, total: 0, prices: [[3, 0]] },
  {
    quantity: 3,
    total: 2000,
    prices: [
      [2, 667],
      [1, 666],
    ],
  },
])("SCENARIO 17: $quantity units for $total cents", ({ quantity, total, prices }) => {
  expect(listUnitPrices({ quantity, total: cents(total) }).map((units) => [units.quantity, units.price])).toEqual(
    prices,
  );
});

test("SCENARIO 17: unit prices add up to the portion's total, and to its units", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(1_000_000), (quantity, total) => {
      const prices = listUnitPrices({ quantity, total: cents(total) });
      expect(prices.reduce((sum, units) => sum + units.quantity * units.price, 0)).toBe(total);
      expect(prices.reduce((sum, units) => sum + units.quantity, 0)).toBe(quantity);
    }),
  );
});
