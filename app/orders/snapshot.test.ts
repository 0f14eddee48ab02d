import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { portionOf } from "./snapshot";

const coupon = {
  ...{
    promotionId: PromotionId.parse("ten"),
    promotionVersion: 4,
    name: "Ten percent",
    kind: "coupon",
    code: "TEN",
    amountCents: cents(1000),
  },
};
const row = { quantity: 3, regularUnitPriceCents: cents(1000), totalCents: cents(2000), adjustments: [coupon] };

test("PRICING 12: an order's portion is exactly what the shopper agreed to, with the version that priced it", () => {
  expect(portionOf(row)).toEqual({
    quantity: 3,
    regular: 3000,
    adjustments: [{ promotionId: "ten", version: 4, name: "Ten percent", kind: "coupon", code: "TEN", amount: 1000 }],
    total: 2000,
  });
});

test("an unknown kind is an error", () => {
  expect(() => portionOf({ ...row, adjustments: [{ ...coupon, kind: "gift card" }] })).toThrow("gift card");
});
