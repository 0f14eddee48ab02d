import { expect, test } from "vitest";
import {
  ends,
  iv,
  ivEbook,
  limited,
  lineOf,
  percent,
  portionsOf,
  priceIn,
  promotionOf,
  saleAt,
  starts,
} from "../../../tests/support/promotions/cart-worlds";

test.each([
  { story: "all at the sale price", quantity: 2, left: 40, allowed: 2, expected: [[2, 19900]] },
  {
    story: "SCENARIO 4: one unit left for three",
    quantity: 3,
    left: 1,
    allowed: 9,
    expected: [
      [1, 9950],
      [2, 25800],
    ],
  },
  {
    story: "the customer limit binds",
    quantity: 5,
    left: 40,
    allowed: 2,
    expected: [
      [2, 19900],
      [3, 38700],
    ],
  },
  { story: "no units left", quantity: 2, left: 0, allowed: 2, expected: [[2, 25800]] },
  { story: "the customer has used the whole limit", quantity: 1, left: 40, allowed: 0, expected: [[1, 12900]] },
  { story: "a limit lowered below what was taken", quantity: 1, left: 40, allowed: -1, expected: [[1, 12900]] },
])("PRICING 4: $story", ({ quantity, left, allowed, expected }) => {
  const cart = priceIn([{ ...iv, quantity }], [limited()], { left: { sale: left }, allowed: { sale: allowed } });
  expect(portionsOf(cart)).toEqual([expected]);
  expect(cart.regularItems).toBe(12900 * quantity);
});

test.each([
  { story: "before it starts", now: new Date(starts.getTime() - 1), total: 12900 },
  { story: "as it starts", now: starts, total: 9950 },
  { story: "a moment before its end", now: new Date(ends.getTime() - 1), total: 9950 },
  { story: "at its end", now: ends, total: 12900 },
])("PRICING 4 and SCENARIO 11: the window is [starts, ends): $story", ({ now, total }) => {
  expect(priceIn([iv], [limited()], { now }).items).toBe(total);
});

test("a paused sale, a sale on another course, and a higher sale price change nothing", () => {
  expect(priceIn([iv], [limited("sale", 99.5, { isPaused: true })]).items).toBe(12900);
  expect(priceIn([lineOf("ct", 49)], [limited()]).items).toBe(4900);
  expect(priceIn([iv], [limited("sale", 129)]).lines[0]?.portions).toHaveLength(1);
});

test.each([
  { story: "a fixed price", sale: saleAt(99.5), total: 9950 * 3 },
  { story: "an amount off each unit", sale: { kind: "amount-off", cents: 1000 }, total: 11900 * 3 },
  { story: "an amount above the price takes only the price", sale: { kind: "amount-off", cents: 99900 }, total: 0 },
  // 3 x $129.00 x 33.33% = $128.9871, not 3 x $43.00
  { story: "PRICING 1: a percentage of the portion, not of the unit", sale: percent(33.33), total: 38700 - 12899 },
])("a sale takes $story", ({ sale, total }) => {
  const scheduled = promotionOf("s", { kind: "scheduled-sale", scope: {}, price: sale });
  expect(priceIn([{ ...iv, quantity: 3 }], [scheduled]).items).toBe(total);
});

test("PRICING 1: half a cent is rounded up", () => {
  const half = promotionOf("s", { kind: "scheduled-sale", scope: {}, price: percent(50) });
  expect(priceIn([lineOf("ct", 0.05)], [half]).items).toBe(2);
});

test("PRICING 3a: each unit gets its best sale price, and the next best once that runs out", () => {
  const cart = priceIn([{ ...iv, quantity: 3 }], [limited("z", 109), limited()], { left: { sale: 1 } });
  expect(portionsOf(cart)).toEqual([
    [
      [1, 9950],
      [2, 21800],
    ],
  ]);
});

test("one unit left for two formats goes where it saves the most", () => {
  expect(portionsOf(priceIn([ivEbook, iv], [limited()], { left: { sale: 1 } }))).toEqual([[[1, 11900]], [[1, 9950]]]);
});

test("the cheapest valid cart: the last unit isn't wasted on a line that has another sale", () => {
  const both = promotionOf("both", { kind: "limited-sale", scope: {}, price: { kind: "amount-off", cents: 1000 } });
  const dear = promotionOf("dear", {
    kind: "scheduled-sale",
    scope: { courseIds: ["iv"] },
    price: { kind: "amount-off", cents: 900 },
  });
  const cart = priceIn([lineOf("ct", 9.5), iv], [both, dear], { left: { both: 1 } });
  expect(cart.lines.map(({ total }) => total)).toEqual([0, 12000]);
});

test("PRICING 12: an adjustment says which version of which promotion made it", () => {
  expect(priceIn([iv], [limited("sale", 99.5, { version: 3 })]).lines[0]?.portions).toEqual([
    {
      quantity: 1,
      regular: 12900,
      total: 9950,
      adjustments: [{ promotionId: "sale", version: 3, name: "sale", kind: "limited-sale", amount: 2950 }],
    },
  ]);
});

test("a sale with few units may split a line for the same savings if rounding twice is a cent cheaper", () => {
  const ten = { price: percent(10) };
  const all = promotionOf("all", { kind: "scheduled-sale", scope: { courseIds: ["ct"] }, ...ten });
  const few = promotionOf("few", { kind: "limited-sale", scope: {}, priority: 1, ...ten });
  const lines = [lineOf("iv", 154.36), lineOf("ct", 154.35, { quantity: 2 })];
  expect(priceIn(lines, [all, few], { left: { few: 2 } }).items).toBe(41674);
});

test("the cheapest valid cart: a small sale next to a scarce one that combines with a free course", () => {
  const off = (id: string, price: object, terms: object = {}) =>
    promotionOf(id, { kind: "scheduled-sale", scope: { courseIds: ["ct"] }, price, ...terms });
  const none = { combinesWith: { automatic: false } };
  const quarter = off("quarter", percent(25), { combinesWith: { automatic: true } });
  const dollar = off("dollar", { kind: "amount-off", cents: 100 }, none);
  const half = off("half", percent(50), { scope: {}, ...none });
  const free = { kind: "buy-x-get-y", scope: { disciplines: ["CT"] }, reward: {}, buy: 1, get: 1, maximumSets: 1 };
  const gift = promotionOf("free", { ...free, discount: 10000, combinesWith: { sales: true } });
  const lines = [lineOf("ct", 10, { quantity: 3 }), lineOf("iv", 20, { disciplines: ["R"] })];
  const cart = priceIn(lines, [quarter, dollar, half, gift], { left: { quarter: 2 } });
  expect(cart.lines.map(({ total }) => total)).toEqual([2400, 0]);
});
