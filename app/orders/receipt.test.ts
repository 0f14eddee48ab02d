import { expect, test } from "vitest";
import { receiptText } from "./receipt";

test("a receipt shows the snapshot's portions, mailing, total and the tax", () => {
  const { subject, text } = receiptText(
    {
      number: 1001,
      itemsCents: 22850,
      shippingCents: 595,
      totalCents: 23445,
      lines: [
        {
          title: "IV Therapeutics",
          format: "book_by_mail",
          portions: [
            { quantity: 1, unitPriceCents: 9950, totalCents: 9950 },
            { quantity: 1, unitPriceCents: 12900, totalCents: 12900 },
          ],
        },
      ],
    },
    { name: "A shop" },
    "https://shop.example/orders/a/b",
  );
  expect(subject).toBe("Your order 1001");
  expect(text).toContain("1 x IV Therapeutics (Book by mail) at $99.50: $99.50");
  expect(text).toContain("1 x IV Therapeutics (Book by mail) at $129.00: $129.00");
  expect(text).toContain("Mailing: $5.95");
  expect(text).toContain("Total paid: $234.45");
  expect(text).toContain("No tax was charged.");
  expect(text).toContain("https://shop.example/orders/a/b");
});
