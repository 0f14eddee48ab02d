import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import type { Adjustment, Portion } from "~/promotions/pricing/priced-cart";
import { receiptItems, receiptRows } from "./receipt";

const portion = (quantity: number, regular: number, adjustments: Adjustment[] = []): Portion => {
  const off = adjustments.reduce((sum, { amount }) => sum + amount, 0);
  return { quantity, regular: cents(regular), adjustments, total: cents(regular - off) };
};
const sale: Adjustment = {
  ...{
    promotionId: PromotionId.parse("s"),
    version: 1,
    name: "Last copies",
    kind: "limited-sale",
    amount: cents(2950),
  },
};
const ten: Adjustment = {
  ...{
    promotionId: PromotionId.parse("t"),
    version: 1,
    name: "Ten off",
    kind: "coupon",
    code: "TEN",
    amount: cents(1000),
  },
};

test("a receipt shows the snapshot's portions with explanations, savings, shipping, and total", () => {
  const portions = [portion(1, 12900, [sale]), portion(1, 12900)];
  const lines = [{ title: "IV Therapeutics", format: "book_by_mail" as const, portions }];
  const book = { quantity: 1, title: "IV Therapeutics", formatName: "Book by mail" };
  expect(receiptItems(lines)).toEqual([
    { ...book, prices: "at $99.50", explanation: "List $129.00, limited sale −$29.50", amount: "$99.50" },
    { ...book, prices: "at $129.00", explanation: undefined, amount: "$129.00" },
  ]);
  expect(
    receiptRows({
      itemsCents: cents(22850),
      shippingCents: cents(595),
      taxCents: cents(0),
      totalCents: cents(23445),
      lines,
    }),
  ).toEqual([
    { label: "Regular prices", amount: "$258.00" },
    { label: "Last copies", amount: "−$29.50" },
    { label: "Shipping", amount: "$5.95" },
    { label: "Total paid", amount: "$234.45" },
  ]);
});

test("SCENARIO 17: a total that doesn't divide evenly is shown as prices that add up", () => {
  const lines = [{ title: "Doses", format: "ebook" as const, portions: [portion(3, 3000, [ten])] }];
  expect(receiptItems(lines)).toMatchObject([
    {
      prices: "at $6.67 (2) and $6.66 (1)",
      explanation: "List $30.00 for 3, coupon TEN −$10.00",
      amount: "$20.00",
    },
  ]);
  expect(
    receiptRows({
      itemsCents: cents(2000),
      shippingCents: cents(0),
      taxCents: cents(0),
      totalCents: cents(2000),
      lines,
    }),
  ).toEqual([
    { label: "Regular prices", amount: "$30.00" },
    { label: "Coupon TEN: Ten off", amount: "−$10.00" },
    { label: "Total paid", amount: "$20.00" },
  ]);
});

test("sales tax is listed between the items and the total", () => {
  const lines = [{ title: "Doses", format: "ebook" as const, portions: [portion(1, 3000)] }];
  expect(
    receiptRows({
      itemsCents: cents(3000),
      shippingCents: cents(0),
      taxCents: cents(248),
      totalCents: cents(3248),
      lines,
    }),
  ).toEqual([
    { label: "Sales tax", amount: "$2.48" },
    { label: "Total paid", amount: "$32.48" },
  ]);
});

test.each([
  { story: "less than its price is accepted", itemsCents: 2500, row: { label: "Accepted as paid", amount: "−$5.00" } },
  { story: "more than its price is accepted", itemsCents: 3100, row: { label: "Accepted as paid", amount: "$1.00" } },
])("if $story, the receipt shows how the prices lead to the amount paid", ({ itemsCents, row }) => {
  const lines = [{ title: "Doses", format: "ebook" as const, portions: [portion(1, 4000, [ten])] }];
  expect(
    receiptRows({
      itemsCents: cents(itemsCents),
      shippingCents: cents(0),
      taxCents: cents(0),
      totalCents: cents(itemsCents),
      lines,
    }).slice(0, 3),
  ).toEqual([{ label: "Regular prices", amount: "$40.00" }, { label: "Coupon TEN: Ten off", amount: "−$10.00" }, row]);
});
