import { expect, test } from "vitest";
import { CourseFormatId, CourseId, PromotionId, StockId } from "~/core/ids";
import { cents } from "~/core/money";
import type { Adjustment, PricedCart, PricedLine } from "~/promotions/pricing/priced-cart";
import { claimsOf } from "./claims";

const off = (kind: Adjustment["kind"], promotionId: string, code?: string): Adjustment => ({
  ...{ promotionId: PromotionId.parse(promotionId), version: 1, name: promotionId, kind, code, amount: cents(100) },
});
const line = (id: string, portions: [number, Adjustment[]][]): PricedLine => ({
  ...{
    id: CourseFormatId.parse(id),
    courseId: CourseId.parse(id),
    format: "ebook",
    disciplines: [],
    contentCategories: [],
    approver: "",
    creditsHundredths: 0,
  },
  ...{ quantity: portions.reduce((sum, [quantity]) => sum + quantity, 0), regularPrice: cents(1000), total: cents(0) },
  portions: portions.map(([quantity, adjustments]) => ({
    ...{ quantity, regular: cents(1000 * quantity), adjustments, total: cents(0) },
  })),
});
const cart = (...lines: PricedLine[]): PricedCart => ({
  ...{ lines, items: cents(0), regularItems: cents(0), coupons: [], hints: [] },
});
const stocks = {
  ofPromotion: (id: string) => (id === "unlimited" ? undefined : StockId.parse(`of ${id}`)),
  ofCode: (code: string) => (code.startsWith("BULK") ? StockId.parse(`of ${code}`) : undefined),
  ofFormat: (id: string) => (id === "book" ? StockId.parse("copies") : undefined),
};
const claims = (...lines: PricedLine[]) =>
  Object.fromEntries(claimsOf(cart(...lines), stocks).map(({ stockId, units }) => [stockId, units]));

const sale = off("limited-sale", "sale");
const ten = off("coupon", "ten", "TEN");
const bulk = off("coupon", "bulk", "BULK7");

test.each([
  { story: "nothing that can run out", lines: [line("a", [[2, []]])], expected: {} },
  { story: "copies of a book", lines: [line("book", [[2, []]])], expected: { copies: 2 } },
  {
    story: "sale units across portions and lines",
    lines: [
      line("a", [
        [2, [sale]],
        [1, []],
      ]),
      line("b", [[3, [sale]]]),
    ],
    expected: { "of sale": 5 },
  },
  {
    story: "one use of a coupon, however many units it touches",
    lines: [
      line("a", [
        [2, [sale, ten]],
        [1, [ten]],
      ]),
      line("b", [[3, [ten]]]),
    ],
    expected: { "of sale": 2, "of ten": 1 },
  },
  {
    story: "a code with its own limit in addition to its coupon's",
    lines: [
      line("a", [
        [2, [bulk]],
        [1, [bulk]],
      ]),
    ],
    expected: { "of bulk": 1, "of BULK7": 1 },
  },
  { story: "a sale without a limit", lines: [line("a", [[2, [off("scheduled-sale", "unlimited")]]])], expected: {} },
])("PRICING 5: an order takes $story", ({ lines, expected }) => {
  expect(claims(...(lines as PricedLine[]))).toEqual(expected);
});
