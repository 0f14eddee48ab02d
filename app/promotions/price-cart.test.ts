import { expect, test } from "vitest";
import { ends, lineOf, noon, portionsOf, promotionOf, starts } from "../../tests/support/cart-worlds";
import { priceCart } from "./price-cart";
import type { CartLine, Shopper, Stock } from "./priced-cart";
import type { Promotion } from "./promotion";

type World = { left?: Record<string, number>; allowed?: Record<string, number>; codes?: string[]; now?: Date } & Omit<
  Partial<Shopper>,
  "codes"
>;

function price(lines: CartLine[], promotions: Promotion[], world: World = {}) {
  const { left = {}, allowed = {}, now = noon, ...shopper } = world;
  const stock: Stock = { units: new Map(Object.entries(left)) };
  return priceCart(lines, promotions, stock, { unitsAllowed: new Map(Object.entries(allowed)), ...shopper }, now);
}

const iv = lineOf("iv", 129, { format: "book_by_mail", disciplines: ["R"], contentCategories: ["R:PC"] });
const ivEbook = lineOf("iv", 119, { disciplines: ["R"], contentCategories: ["R:PC"] });
const saleAt = (dollars: number) => ({ kind: "price", cents: Math.round(dollars * 100) });
const percent = (value: number) => ({ kind: "percent-off", basisPoints: value * 100 });
const limited = (id = "sale", dollars = 99.5, terms = {}, change: Partial<Promotion> = {}) =>
  promotionOf(id, { kind: "limited-sale", scope: { courseIds: ["iv"] }, price: saleAt(dollars), ...terms }, change);
const coupon = (id: string, discount: object, terms = {}, change: Partial<Promotion> = {}) =>
  promotionOf(id, { kind: "coupon", scope: {}, discount, ...terms }, change);

test.each([
  { story: "all at the sale price", quantity: 2, left: 40, allowed: 2, expected: [[2, 19900]] },
  {
    story: "SCENARIO 4: one unit left of three",
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
  { story: "none left", quantity: 2, left: 0, allowed: 2, expected: [[2, 25800]] },
  { story: "the customer has had all", quantity: 1, left: 40, allowed: 0, expected: [[1, 12900]] },
  { story: "a limit cut below what was taken", quantity: 1, left: 40, allowed: -1, expected: [[1, 12900]] },
])("PRICING 4: $story", ({ quantity, left, allowed, expected }) => {
  const cart = price([{ ...iv, quantity }], [limited()], { left: { sale: left }, allowed: { sale: allowed } });
  expect(portionsOf(cart)).toEqual([expected]);
  expect(cart.regularItems).toBe(12900 * quantity);
});

test.each([
  { story: "before it starts", now: new Date(starts.getTime() - 1), total: 12900 },
  { story: "as it starts", now: starts, total: 9950 },
  { story: "a moment before its end", now: new Date(ends.getTime() - 1), total: 9950 },
  { story: "at its end", now: ends, total: 12900 },
])("PRICING 4 and SCENARIO 11: the window is [starts, ends): $story", ({ now, total }) => {
  expect(price([iv], [limited()], { now }).items).toBe(total);
});

test("a paused sale, another course and a dearer price change nothing", () => {
  expect(price([iv], [limited("sale", 99.5, {}, { isPaused: true })]).items).toBe(12900);
  expect(price([lineOf("ct", 49)], [limited()]).items).toBe(4900);
  expect(price([iv], [limited("sale", 129)]).lines[0]?.portions).toHaveLength(1);
});

test.each([
  { story: "a fixed price", sale: saleAt(99.5), total: 9950 * 3 },
  { story: "an amount off each unit", sale: { kind: "amount-off", cents: 1000 }, total: 11900 * 3 },
  { story: "more than the price is only the price", sale: { kind: "amount-off", cents: 99900 }, total: 0 },
  // 3 x $129.00 x 33.33 % = $128.9871, not 3 x $43.00
  { story: "PRICING 1: a percentage of the portion, not of the unit", sale: percent(33.33), total: 38700 - 12899 },
])("a sale takes $story", ({ sale, total }) => {
  const scheduled = promotionOf("s", { kind: "scheduled-sale", scope: {}, price: sale });
  expect(price([{ ...iv, quantity: 3 }], [scheduled]).items).toBe(total);
});

test("PRICING 1: half a cent is rounded up", () => {
  const half = promotionOf("s", { kind: "scheduled-sale", scope: {}, price: percent(50) });
  expect(price([lineOf("ct", 0.05)], [half]).items).toBe(2);
});

test("PRICING 3a: each unit gets the best of its sale prices, and the next best when that runs out", () => {
  const cart = price([{ ...iv, quantity: 3 }], [limited("z", 109), limited()], { left: { sale: 1 } });
  expect(portionsOf(cart)).toEqual([
    [
      [1, 9950],
      [2, 21800],
    ],
  ]);
});

test("one unit left for two formats goes where it saves most", () => {
  expect(portionsOf(price([ivEbook, iv], [limited()], { left: { sale: 1 } }))).toEqual([[[1, 11900]], [[1, 9950]]]);
});

test("the cheapest lawful cart: a unit left is not wasted on a line that has another sale", () => {
  const both = promotionOf("both", { kind: "limited-sale", scope: {}, price: { kind: "amount-off", cents: 1000 } });
  const dear = promotionOf("dear", {
    kind: "scheduled-sale",
    scope: { courseIds: ["iv"] },
    price: { kind: "amount-off", cents: 900 },
  });
  const cart = price([lineOf("ct", 9.5), iv], [both, dear], { left: { both: 1 } });
  expect(cart.lines.map(({ total }) => total)).toEqual([0, 12000]);
});

test("PRICING 12: an adjustment says which version of which promotion made it", () => {
  expect(price([iv], [limited("sale", 99.5, {}, { version: 3 })]).lines[0]?.portions).toEqual([
    {
      quantity: 1,
      regular: 12900,
      total: 9950,
      adjustments: [{ promotionId: "sale", version: 3, name: "sale", kind: "limited-sale", amount: 2950 }],
    },
  ]);
});

test("PRICING 3 and SCENARIO 19: a 40 % sale and a combinable 70 % coupon on 10 x $100.00 give $180.00", () => {
  const sale = promotionOf("sale", { kind: "scheduled-sale", scope: {}, price: percent(40) });
  const seventy = coupon("seventy", percent(70), { combinesWith: { sales: true } });
  const cart = price([lineOf("ct", 100, { quantity: 10 })], [sale, seventy], { codes: ["SEVENTY"] });
  expect(cart.items).toBe(18000);
  expect(cart.lines[0]?.portions[0]?.adjustments.map(({ amount }) => amount)).toEqual([40000, 42000]);
});

test("PRICING 3: by default a coupon does not touch units that have a sale price", () => {
  const cart = price([{ ...iv, quantity: 3 }], [limited(), coupon("ten", percent(10))], {
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

test("the cheapest lawful cart: a line forgoes its sale where a coupon saves more", () => {
  const cart = price([iv, lineOf("ct", 49)], [limited(), coupon("half", percent(50))], { codes: ["HALF"] });
  expect(cart.lines.map(({ total }) => total)).toEqual([6450, 2450]);
});

test("PRICING 2 and SCENARIO 17: $10.00 off over three equal lines is $3.34, $3.33 and $3.33", () => {
  const lines = ["a", "b", "c"].map((id) => lineOf(id, 49));
  const cart = price(lines, [coupon("ten", { kind: "amount-off", cents: 1000 })], { codes: ["TEN"] });
  expect(cart.lines.map(({ total }) => total)).toEqual([4566, 4567, 4567]);
});

test.each([
  { story: "in proportion", prices: [30, 10], amount: 1000, expected: [2250, 750] },
  { story: "never below zero; what is left is dropped", prices: [3, 1], amount: 1000, expected: [0, 0] },
  { story: "nothing for what costs nothing", prices: [0, 10], amount: 300, expected: [0, 700] },
])("PRICING 2: an amount is shared $story", ({ prices, amount, expected }) => {
  const lines = prices.map((dollars, index) => lineOf(`c${index}`, dollars));
  const cart = price(lines, [coupon("x", { kind: "amount-off", cents: amount })], { codes: ["X"] });
  expect(cart.lines.map(({ total }) => total)).toEqual(expected);
});

test("PRICING 3c: coupons apply in the order of their priority, then of entry", () => {
  const five = coupon("five", { kind: "amount-off", cents: 500 });
  const half = coupon("half", percent(50));
  const first = coupon("half", percent(50), { priority: 1 });
  const line = [lineOf("ct", 100)];
  expect(price(line, [five, half], { codes: ["FIVE", "HALF"] }).items).toBe(4750);
  expect(price(line, [five, half], { codes: ["HALF", "FIVE"] }).items).toBe(4500);
  expect(price(line, [five, first], { codes: ["FIVE", "HALF"] }).items).toBe(4500);
});

test("two coupons that don't combine: the better one, and the other says why", () => {
  const cart = price(
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

test("PRICING 3: what stands alone is compared as a whole cart, and the cheaper cart wins", () => {
  const alone = coupon("alone", percent(30), { exclusive: true });
  const cart = (dollars: number) => price([iv, lineOf("ct", dollars)], [limited(), alone], { codes: ["ALONE"] });
  expect(cart(10).items).toBe(9730);
  expect(cart(10).coupons[0]?.refusal).toBeUndefined();
  const other = price([iv], [limited("sale", 80), alone], { codes: ["ALONE"] });
  expect(other.items).toBe(8000);
  expect(other.coupons[0]?.refusal).toEqual({ kind: "others-are-cheaper" });
});

const bundle = (terms = {}) =>
  promotionOf("set", { kind: "bundle", items: [{ courseId: "a" }, { courseId: "b" }], price: 8000, ...terms });

test.each([
  { story: "a whole set", quantities: [1, 1], expected: [[[1, 4800]], [[1, 3200]]] },
  {
    story: "what is not of a set at its own price",
    quantities: [2, 1],
    expected: [
      [
        [1, 4800],
        [1, 6000],
      ],
      [[1, 3200]],
    ],
  },
  { story: "two sets", quantities: [2, 2], expected: [[[2, 9600]], [[2, 6400]]] },
  { story: "no half set", quantities: [3, 0], expected: [[[3, 18000]]] },
])("a bundle prices $story", ({ quantities, expected }) => {
  const lines = [lineOf("a", 60), lineOf("b", 40)].map((line, index) => ({
    ...line,
    quantity: quantities[index] ?? 0,
  }));
  expect(
    portionsOf(
      price(
        lines.filter(({ quantity }) => quantity > 0),
        [bundle()],
      ),
    ),
  ).toEqual(expected);
});

test("a bundle holds its limit of sets, and does nothing where it is not cheaper", () => {
  const lines = [lineOf("a", 60, { quantity: 2 }), lineOf("b", 40, { quantity: 2 })];
  expect(price(lines, [bundle({ maximumSets: 1 })]).items).toBe(18000);
  expect(price(lines, [bundle({ price: 10000 })]).items).toBe(20000);
});

const buy = (terms: object) => promotionOf("bxgy", { kind: "buy-x-get-y", scope: {}, discount: 10000, ...terms });

test.each([
  {
    story: "the cheapest of each group, from the dearest down",
    terms: { buy: 1, get: 1 },
    prices: [10, 60, 50, 40],
    free: [5000, 1000],
  },
  { story: "only whole groups", terms: { buy: 2, get: 1 }, prices: [10, 60, 50, 40], free: [4000] },
  { story: "so many times at most", terms: { buy: 1, get: 1, maximumSets: 1 }, prices: [60, 50, 40, 30], free: [5000] },
  { story: "a part of the price", terms: { buy: 1, get: 1, discount: 5000 }, prices: [60, 50], free: [2500] },
])("buy X get Y gives $story", ({ terms, prices, free }) => {
  const lines = prices.map((dollars, index) => lineOf(`c${index}`, dollars));
  const cart = price(lines, [buy(terms)]);
  const amounts = cart.lines.flatMap(({ portions }) => portions.flatMap(({ adjustments }) => adjustments));
  expect(amounts.map(({ amount }) => amount).sort((a, b) => b - a)).toEqual(free);
});

test("buy X get Y of something else discounts that only, and leaves what must be bought", () => {
  const mr = lineOf("mr", 30, { disciplines: ["MR"] });
  const terms = { scope: { disciplines: ["CT"] }, reward: { disciplines: ["MR"] }, buy: 2, get: 1 };
  expect(price([lineOf("a", 60), lineOf("b", 50), { ...mr, quantity: 2 }], [buy(terms)]).items).toBe(14000);
  expect(price([lineOf("a", 60), mr], [buy(terms)]).items).toBe(9000);
  expect(price([lineOf("a", 60, { quantity: 3 })], [buy({ ...terms, reward: {} })]).items).toBe(12000);
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
  { story: "over all lines of the scope", quantities: [2, 1], items: 25500 },
  { story: "at the next tier", quantities: [4, 1], items: 37500 },
  { story: "by course, where so said", quantities: [3, 1], count: "course", items: 35500 },
])("a group price counts $story", ({ quantities, count = "scope", items }) => {
  const lines = quantities.map((quantity, index) => lineOf(`c${index}`, 100, { quantity }));
  expect(price(lines, [tiers({ count })]).items).toBe(items);
});

test("PRICING 3b: the best single automatic promotion for each line, a tie by priority, then by id", () => {
  const lines = [lineOf("a", 60, { quantity: 3 }), lineOf("b", 40)];
  expect(price(lines, [tiers(), bundle()]).items).toBe(15300 + 3400);
  const [one, two] = [tiers(), { ...tiers(), id: "another" }];
  const by = (promotions: Promotion[]) => price(lines, promotions).lines[0]?.portions[0]?.adjustments[0]?.promotionId;
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
  { story: "one unit only", lines: [lineOf("a", 100), lineOf("g", 49, { quantity: 2 })], items: 14900 },
  { story: "not for less", lines: [lineOf("a", 99.99), lineOf("g", 49)], items: 14899 },
  { story: "not counted as its own purchase", lines: [lineOf("g", 150)], items: 15000 },
])("a gift course is $story", ({ lines, items }) => {
  expect(price(lines, [gift]).items).toBe(items);
});

test("PRICING 10: what is given away in full costs nothing and still says why", () => {
  const cart = price([iv], [coupon("free", percent(100))], { codes: ["FREE"] });
  expect(cart).toMatchObject({ items: 0, coupons: [{ code: "FREE", amount: 12900 }] });
});
