import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { lineOf, portionsOf, priceIn, promotionOf } from "../../../tests/support/promotions/cart-worlds";
import type { Promotion } from "../kinds/kinds";

const bundle = (terms = {}) =>
  promotionOf("set", { kind: "bundle", items: [{ courseId: "a" }, { courseId: "b" }], price: 8000, ...terms });

test.each([
  { story: "a whole bundle", quantities: [1, 1], expected: [[[1, 4800]], [[1, 3200]]] },
  {
    story: "units outside a bundle at their own price",
    quantities: [2, 1],
    expected: [
      [
        [1, 4800],
        [1, 6000],
      ],
      [[1, 3200]],
    ],
  },
  { story: "two bundles", quantities: [2, 2], expected: [[[2, 9600]], [[2, 6400]]] },
  { story: "no partial bundle", quantities: [3, 0], expected: [[[3, 18000]]] },
])("a bundle prices $story", ({ quantities, expected }) => {
  const lines = [lineOf("a", 60), lineOf("b", 40)].map((line, index) => ({
    ...line,
    quantity: quantities[index] ?? 0,
  }));
  expect(
    portionsOf(
      priceIn(
        lines.filter(({ quantity }) => quantity > 0),
        [bundle()],
      ),
    ),
  ).toEqual(expected);
});

test("a bundle respects its limit and does nothing if it isn't cheaper", () => {
  const lines = [lineOf("a", 60, { quantity: 2 }), lineOf("b", 40, { quantity: 2 })];
  expect(priceIn(lines, [bundle({ maximumSets: 1 })]).items).toBe(18000);
  expect(priceIn(lines, [bundle({ price: 10000 })]).items).toBe(20000);
});

const buy = (terms: object) => promotionOf("bxgy", { kind: "buy-x-get-y", scope: {}, discount: 10000, ...terms });

test.each([
  {
    story: "the cheapest of each group, from the most expensive down",
    terms: { buy: 1, get: 1 },
    prices: [10, 60, 50, 40],
    free: [5000, 1000],
  },
  { story: "only whole groups", terms: { buy: 2, get: 1 }, prices: [10, 60, 50, 40], free: [4000] },
  {
    story: "no more often than its maximum",
    terms: { buy: 1, get: 1, maximumSets: 1 },
    prices: [60, 50, 40, 30],
    free: [5000],
  },
  { story: "part of the price", terms: { buy: 1, get: 1, discount: 5000 }, prices: [60, 50], free: [2500] },
])("buy X, get Y discounts $story", ({ terms, prices, free }) => {
  const lines = prices.map((dollars, index) => lineOf(`c${index}`, dollars));
  const cart = priceIn(lines, [buy(terms)]);
  const amounts = cart.lines.flatMap(({ portions }) => portions.flatMap(({ adjustments }) => adjustments));
  expect(amounts.map(({ amount }) => amount).sort((a, b) => b - a)).toEqual(free);
});

test("buy X, get Y counts across lines", () => {
  const lines = [lineOf("a", 60, { quantity: 4 }), lineOf("b", 50, { quantity: 4 })];
  expect(portionsOf(priceIn(lines, [buy({ buy: 2, get: 1 })]))).toEqual([
    [
      [1, 0],
      [3, 18000],
    ],
    [
      [1, 0],
      [3, 15000],
    ],
  ]);
});

test("buy X, get Y with a separate reward discounts only the reward, not the purchase", () => {
  const mr = lineOf("mr", 30, { disciplines: ["MR"] });
  const terms = { scope: { disciplines: ["CT"] }, reward: { disciplines: ["MR"] }, buy: 2, get: 1 };
  expect(priceIn([lineOf("a", 60), lineOf("b", 50), { ...mr, quantity: 2 }], [buy(terms)]).items).toBe(14000);
  expect(priceIn([lineOf("a", 60), mr], [buy(terms)]).items).toBe(9000);
  expect(priceIn([lineOf("a", 60, { quantity: 3 })], [buy({ ...terms, reward: {} })]).items).toBe(12000);
});

const tiers = (terms = {}) =>
  promotionOf("group", {
    kind: "quantity-tiers",
    scope: { disciplines: ["CT"] },
    tiers: [
      { quantity: 3, discount: 1500 },
      { quantity: 5, discount: 2500 },
    ],
    ...terms,
  });

test.each([
  { story: "below the first tier", quantities: [1, 1], items: 20000 },
  { story: "across all lines in the scope", quantities: [2, 1], items: 25500 },
  { story: "at the next tier", quantities: [4, 1], items: 37500 },
  { story: "by course if its terms say so", quantities: [3, 1], count: "course", items: 35500 },
])("a group price counts $story", ({ quantities, count = "scope", items }) => {
  const lines = quantities.map((quantity, index) => lineOf(`c${index}`, 100, { quantity }));
  expect(priceIn(lines, [tiers({ count })]).items).toBe(items);
});

test("PRICING 3b: each line gets the best single automatic promotion; ties go by priority, then by id", () => {
  const lines = [lineOf("a", 60, { quantity: 3 }), lineOf("b", 40)];
  expect(priceIn(lines, [tiers(), bundle()]).items).toBe(15300 + 3400);
  const [one, two] = [tiers(), { ...tiers(), id: PromotionId.parse("another") }];
  const by = (promotions: Promotion[]) => priceIn(lines, promotions).lines[0]?.portions[0]?.adjustments[0]?.promotionId;
  expect(by([one, two])).toBe("another");
  expect(by([{ ...one, terms: { ...one.terms, priority: 1 } }, two])).toBe("group");
});

const gift = promotionOf("gift", {
  kind: "gift",
  courseId: "g",
  scope: { disciplines: ["CT"] },
  minimumSpend: 10000,
});

test.each([
  { story: "free with the purchase", lines: [lineOf("a", 100), lineOf("g", 49)], items: 10000 },
  { story: "only one unit is free", lines: [lineOf("a", 100), lineOf("g", 49, { quantity: 2 })], items: 14900 },
  { story: "not free below the minimum", lines: [lineOf("a", 99.99), lineOf("g", 49)], items: 14899 },
  { story: "not counted as its own purchase", lines: [lineOf("g", 150)], items: 15000 },
])("a gift course: $story", ({ lines, items }) => {
  expect(priceIn(lines, [gift]).items).toBe(items);
});
