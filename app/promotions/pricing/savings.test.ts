import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import type { Adjustment } from "./priced-cart";
import { listSavings } from "./savings";

const off = (kind: Adjustment["kind"], amount: number, more: Partial<Adjustment> = {}): Adjustment => ({
  ...{ promotionId: PromotionId.parse(kind), version: 1, name: `The ${kind}`, kind, amount: cents(amount) },
  ...more,
});

test("savings are listed per promotion in the order of application, coupons by code", () => {
  const portions = [
    {
      adjustments: [
        off("coupon", 100, { code: "TEN" }),
        off("coupon", 50, { code: "FIVE", promotionId: PromotionId.parse("five") }),
      ],
    },
    { adjustments: [off("quantity-tiers", 300), off("coupon", 25, { code: "TEN" })] },
    { adjustments: [off("limited-sale", 2950)] },
    { adjustments: [] },
  ];
  expect(listSavings(portions).map(({ label, amount }) => [label, amount])).toEqual([
    ["The limited-sale", 2950],
    ["The quantity-tiers", 300],
    ["Coupon TEN: The coupon", 125],
    ["Coupon FIVE: The coupon", 50],
  ]);
});
