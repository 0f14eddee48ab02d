import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { type CartLine, type Promotion, priceCart } from "./price-cart";

const starts = new Date("2026-11-01T06:00:00Z");
const ends = new Date("2026-12-01T06:00:00Z");
const during = new Date("2026-11-24T12:00:00Z");

const book: CartLine = {
  id: "iv.book",
  courseId: "iv",
  format: "book_by_mail",
  quantity: 1,
  regularPrice: cents(12900),
};
const ebook: CartLine = { id: "iv.ebook", courseId: "iv", format: "ebook", quantity: 1, regularPrice: cents(11900) };
const other: CartLine = { id: "ct.ebook", courseId: "ct", format: "ebook", quantity: 2, regularPrice: cents(4900) };

function sale(change: Partial<Promotion> & { price?: number } = {}): Promotion {
  const { price = 9950, ...rest } = change;
  return {
    id: "sale",
    version: 3,
    name: "IV Therapeutics for $99.50",
    terms: { kind: "limited-sale", courseId: "iv", formats: ["book_by_mail", "ebook"], price: cents(price) },
    startsAt: starts,
    endsAt: ends,
    isPaused: false,
    ...rest,
  };
}

function price(lines: CartLine[], promotions: Promotion[], left = 99, allowed = 99, now = during) {
  return priceCart(lines, promotions, new Map([["sale", left]]), { unitsAllowed: new Map([["sale", allowed]]) }, now);
}

const split = (cart: ReturnType<typeof price>) =>
  cart.lines.map((line) => line.portions.map((portion) => [portion.quantity, portion.unitPrice]));

test.each([
  { story: "all at the sale price", quantity: 2, left: 40, allowed: 2, expected: [[2, 9950]] },
  {
    story: "SCENARIO 4: one unit left of three",
    quantity: 3,
    left: 1,
    allowed: 9,
    expected: [
      [1, 9950],
      [2, 12900],
    ],
  },
  {
    story: "the customer limit binds",
    quantity: 5,
    left: 40,
    allowed: 2,
    expected: [
      [2, 9950],
      [3, 12900],
    ],
  },
  { story: "none left", quantity: 2, left: 0, allowed: 2, expected: [[2, 12900]] },
  { story: "the customer has had all", quantity: 1, left: 40, allowed: 0, expected: [[1, 12900]] },
  { story: "a limit cut below what was taken", quantity: 1, left: 40, allowed: -1, expected: [[1, 12900]] },
])("PRICING 4: $story", ({ quantity, left, allowed, expected }) => {
  const cart = price([{ ...book, quantity }], [sale()], left, allowed);
  expect(split(cart)).toEqual([expected]);
  expect(cart.items).toBe(expected.reduce((sum, [units = 0, unitPrice = 0]) => sum + units * unitPrice, 0));
});

test.each([
  { story: "before it starts", now: new Date(starts.getTime() - 1), unit: 12900 },
  { story: "as it starts", now: starts, unit: 9950 },
  { story: "a moment before its end", now: new Date(ends.getTime() - 1), unit: 9950 },
  { story: "at its end", now: ends, unit: 12900 },
])("PRICING 4 and SCENARIO 11: the window is [starts, ends): $story", ({ now, unit }) => {
  expect(split(price([book], [sale()], 9, 9, now))).toEqual([[[1, unit]]]);
});

test("a paused sale, another course, another format and a dearer price change nothing", () => {
  expect(split(price([book], [sale({ isPaused: true })]))).toEqual([[[1, 12900]]]);
  expect(split(price([other], [sale()]))).toEqual([[[2, 4900]]]);
  expect(split(price([{ ...book, format: "test_only" }], [sale()]))).toEqual([[[1, 12900]]]);
  expect(split(price([book], [sale({ price: 12900 })]))).toEqual([[[1, 12900]]]);
});

test("PRICING 3a: each unit gets the best of its sale prices, and the next best when that runs out", () => {
  const cart = price([{ ...book, quantity: 3 }], [sale({ id: "z", price: 10900 }), sale()], 1);
  expect(split(cart)).toEqual([
    [
      [1, 9950],
      [2, 10900],
    ],
  ]);
});

test("one unit left for two formats goes where it saves most", () => {
  expect(split(price([ebook, book], [sale()], 1))).toEqual([[[1, 11900]], [[1, 9950]]]);
});

test("PRICING 12: a portion says which version of which promotion priced it", () => {
  expect(price([book], [sale()]).lines[0]?.portions[0]?.promotion).toEqual({
    id: "sale",
    version: 3,
    name: "IV Therapeutics for $99.50",
  });
});

const anyLine = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  courseId: fc.constantFrom("iv", "ct"),
  format: fc.constantFrom("book_by_mail" as const, "ebook" as const, "test_only" as const),
  quantity: fc.integer({ min: 1, max: 9 }),
  regularPrice: fc.integer({ min: 0, max: 20_000 }).map(cents),
});
const anyLines = fc.uniqueArray(anyLine, { selector: (line) => line.id, maxLength: 4 });
const anySales = fc.uniqueArray(fc.tuple(fc.constantFrom("sale", "p", "q"), fc.integer({ min: 0, max: 20_000 })), {
  selector: ([id]) => id,
  maxLength: 3,
});

test("PRICING laws: the parts add up, nothing is dearer than regular, limits hold, the order of lines does not matter", () => {
  fc.assert(
    fc.property(anyLines, anySales, fc.nat(12), fc.nat(12), (lines, sales, left, allowed) => {
      const promotions = sales.map(([id, amount]) => sale({ id, price: amount }));
      const cart = price(lines, promotions, left, allowed);
      expect(cart.items).toBe(cart.lines.reduce((sum, line) => sum + line.total, 0));
      expect(cart.items).toBeLessThanOrEqual(cart.regularItems);
      for (const line of cart.lines) {
        expect(line.portions.reduce((sum, portion) => sum + portion.quantity, 0)).toBe(line.quantity);
        for (const portion of line.portions) expect(portion.total).toBe(portion.unitPrice * portion.quantity);
      }
      const portions = cart.lines.flatMap((line) => line.portions);
      const onSale = portions.filter(({ promotion }) => promotion?.id === "sale");
      expect(onSale.reduce((sum, portion) => sum + portion.quantity, 0)).toBeLessThanOrEqual(Math.min(left, allowed));
      const reversed = price([...lines].reverse(), [...promotions].reverse(), left, allowed);
      expect([...reversed.lines].reverse()).toEqual(cart.lines);
    }),
  );
});
