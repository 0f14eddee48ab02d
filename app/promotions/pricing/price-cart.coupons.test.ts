import { expect, test } from "vitest";
import {
  coupon,
  iv,
  limited,
  lineOf,
  percent,
  portionsOf,
  priceIn,
  promotionOf,
} from "../../../tests/support/promotions/cart-worlds";

test("PRICING 3 and SCENARIO 19: a 40% sale and a 70% coupon that combine bring 10 × $100.00 to $180.00", () => {
  const sale = promotionOf("sale", { kind: "scheduled-sale", scope: {}, price: percent(40) });
  const seventy = coupon("seventy", percent(70), { combinesWith: { sales: true } });
  const cart = priceIn([lineOf("ct", 100, { quantity: 10 })], [sale, seventy], { codes: ["SEVENTY"] });
  expect(cart.items).toBe(18000);
  expect(cart.lines[0]?.portions[0]?.adjustments.map(({ amount }) => amount)).toEqual([40000, 42000]);
});

test("PRICING 3: by default, a coupon doesn't touch units that have a sale price", () => {
  const cart = priceIn([{ ...iv, quantity: 3 }], [limited(), coupon("ten", percent(10))], {
    left: { sale: 1 },
    codes: ["TEN"],
  });
  expect(portionsOf(cart)).toEqual([
    [
      [1, 9950],
      [2, 23220],
    ],
  ]);
});

test("the cheapest valid cart: a line gives up its sale if a coupon saves more", () => {
  const cart = priceIn([iv, lineOf("ct", 49)], [limited(), coupon("half", percent(50))], { codes: ["HALF"] });
  expect(cart.lines.map(({ total }) => total)).toEqual([6450, 2450]);
});

test("PRICING 2 and SCENARIO 17: $10.00 off three equal lines is $3.34, $3.33, and $3.33", () => {
  const lines = ["a", "b", "c"].map((id) => lineOf(id, 49));
  const cart = priceIn(lines, [coupon("ten", { kind: "amount-off", cents: 1000 })], { codes: ["TEN"] });
  expect(cart.lines.map(({ total }) => total)).toEqual([4566, 4567, 4567]);
});

test.each([
  { story: "in proportion", prices: [30, 10], amount: 1000, expected: [2250, 750] },
  { story: "never below zero; the excess is dropped", prices: [3, 1], amount: 1000, expected: [0, 0] },
  { story: "nothing for a line that costs nothing", prices: [0, 10], amount: 300, expected: [0, 700] },
])("PRICING 2: an amount is shared $story", ({ prices, amount, expected }) => {
  const lines = prices.map((dollars, index) => lineOf(`c${index}`, dollars));
  const cart = priceIn(lines, [coupon("x", { kind: "amount-off", cents: amount })], { codes: ["X"] });
  expect(cart.lines.map(({ total }) => total)).toEqual(expected);
});

test("PRICING 3c: coupons apply by priority, then in the order entered", () => {
  const five = coupon("five", { kind: "amount-off", cents: 500 });
  const half = coupon("half", percent(50));
  const first = coupon("half", percent(50), { priority: 1 });
  const line = [lineOf("ct", 100)];
  expect(priceIn(line, [five, half], { codes: ["FIVE", "HALF"] }).items).toBe(4750);
  expect(priceIn(line, [five, half], { codes: ["HALF", "FIVE"] }).items).toBe(4500);
  expect(priceIn(line, [five, first], { codes: ["FIVE", "HALF"] }).items).toBe(4500);
});

test("a minimum spend is checked after automatic promotions, which may take most of a line", () => {
  const pairs = promotionOf("pairs", { kind: "buy-x-get-y", scope: {}, buy: 2, get: 2, discount: 10_000 });
  const lines = [lineOf("iv", 25, { quantity: 3 }), lineOf("mr", 25.01)];
  const half = coupon("half", percent(50), { scope: { courseIds: ["iv"] }, minimumSpend: 2501 });
  const cart = priceIn(lines, [pairs, half], { codes: ["HALF"] });
  expect(cart.items).toBe(5001);
  expect(cart.coupons[0]?.refusal).toMatchObject({ kind: "minimum-spend", missing: 1 });
});

test("of two coupons that don't combine, the better one applies and the other says why not", () => {
  const cart = priceIn(
    [lineOf("ct", 100)],
    [coupon("ten", percent(10), { combinesWith: { coupons: false } }), coupon("twenty", percent(20))],
    { codes: ["TEN", "TWENTY"] },
  );
  expect(cart.items).toBe(8000);
  expect(cart.coupons).toMatchObject([
    { code: "TEN", amount: 0, refusal: { kind: "does-not-combine", with: ["twenty"] } },
    { code: "TWENTY", amount: 2000 },
  ]);
});

test("PRICING 3: an exclusive promotion is compared as a whole cart, and the cheaper cart wins", () => {
  const alone = coupon("alone", percent(30), { exclusive: true });
  const cart = (dollars: number) => priceIn([iv, lineOf("ct", dollars)], [limited(), alone], { codes: ["ALONE"] });
  expect(cart(10).items).toBe(9730);
  expect(cart(10).coupons[0]?.refusal).toBeUndefined();
  const other = priceIn([iv], [limited("sale", 80), alone], { codes: ["ALONE"] });
  expect(other.items).toBe(8000);
  expect(other.coupons[0]?.refusal).toEqual({ kind: "others-are-cheaper" });
});

test("PRICING 10: a 100% discount costs nothing and is still explained", () => {
  const cart = priceIn([iv], [coupon("free", percent(100))], { codes: ["FREE"] });
  expect(cart).toMatchObject({ items: 0, coupons: [{ code: "FREE", amount: 12900 }] });
});

test("the cheapest valid cart: if one line carries the whole discount, the other line's coupon applies to its full price", () => {
  const buy = (id: string, terms: object) => promotionOf(id, { kind: "buy-x-get-y", scope: {}, ...terms });
  const pairs = buy("pairs", { buy: 2, get: 2, discount: 5000 });
  const reward = buy("reward", { buy: 1, get: 1, reward: { disciplines: ["MR"] }, discount: 4500 });
  const half = coupon("half", percent(50), { scope: { disciplines: ["CT"] } });
  const lines = [lineOf("ct", 10, { quantity: 2 }), lineOf("mr", 10, { quantity: 2, disciplines: ["MR"] })];
  expect(priceIn(lines, [pairs, reward, half], { codes: ["HALF"] }).lines.map(({ total }) => total)).toEqual([
    1000, 1000,
  ]);
});
