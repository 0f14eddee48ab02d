import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { Adjustment, Portion } from "~/promotions/priced-cart";
import { receiptText } from "./receipt";

const portion = (quantity: number, regular: number, adjustments: Adjustment[] = []): Portion => {
  const off = adjustments.reduce((sum, { amount }) => sum + amount, 0);
  return { quantity, regular: cents(regular), adjustments, total: cents(regular - off) };
};
const sale: Adjustment = {
  ...{ promotionId: "s", version: 1, name: "Last copies", kind: "limited-sale", amount: cents(2950) },
};
const ten: Adjustment = {
  ...{ promotionId: "t", version: 1, name: "Ten off", kind: "coupon", code: "TEN", amount: cents(1000) },
};
const shop = { name: "A shop" };
const url = "https://shop.example/orders/a/b";

test("a receipt shows the snapshot's portions with their reasons, savings, mailing, total and the tax", () => {
  const portions = [portion(1, 12900, [sale]), portion(1, 12900)];
  const lines = [{ title: "IV Therapeutics", format: "book_by_mail" as const, portions }];
  const order = { number: 1001, itemsCents: 22850, shippingCents: 595, totalCents: 23445, lines };
  const { subject, text } = receiptText(order, shop, url);
  expect(subject).toBe("Your order 1001");
  expect(text).toContain(
    "1 x IV Therapeutics (Book by mail) at $99.50: $99.50\n    List $129.00, limited sale −$29.50\n",
  );
  expect(text).toContain("1 x IV Therapeutics (Book by mail) at $129.00: $129.00\n\n");
  expect(text).toContain("Regular prices: $258.00\nLast copies: −$29.50\nMailing: $5.95\nTotal paid: $234.45\n");
  expect(text).toContain("No tax was charged.");
  expect(text).toContain(url);
});

test("SCENARIO 17: a total that does not divide is told in prices that add up", () => {
  const lines = [{ title: "Doses", format: "ebook" as const, portions: [portion(3, 3000, [ten])] }];
  const order = { number: 7, itemsCents: 2000, shippingCents: 0, totalCents: 2000, lines };
  const { text } = receiptText(order, shop, url);
  expect(text).toContain(
    "3 x Doses (eBook) at $6.67 (2) and $6.66 (1): $20.00\n    List $30.00 for 3, coupon TEN −$10.00\n",
  );
  expect(text).toContain("Regular prices: $30.00\nCoupon TEN: Ten off: −$10.00\nTotal paid: $20.00\n");
});
