import { expect, test } from "vitest";
import { PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { ends, lineOf, noon, promotionOf, starts } from "../../../tests/support/promotions/cart-worlds";
import type { Promotion } from "../kinds/kinds";
import { priceCart } from "./price-cart";
import type { CouponRefusal, Shopper } from "./priced-cart";

const ten = (terms: object = {}, change: Partial<Promotion> = {}) =>
  promotionOf(
    "ten",
    { kind: "coupon", scope: {}, discount: { kind: "percent-off", basisPoints: 1000 }, ...terms },
    change,
  );
const sale = promotionOf("sale", {
  kind: "scheduled-sale",
  scope: {},
  price: { kind: "percent-off", basisPoints: 4000 },
});

type Case = {
  story: string;
  promotions: Promotion[];
  left?: number;
  codeLeft?: number;
  shopper?: Partial<Shopper> & { allowed?: number };
  now?: Date;
  refusal: CouponRefusal | undefined;
};

test.each<Case>([
  { story: "it doesn't exist", promotions: [], refusal: { kind: "unknown" } },
  {
    story: "it has not started",
    promotions: [ten()],
    now: new Date(starts.getTime() - 1),
    refusal: { kind: "not-yet", startsAt: starts },
  },
  { story: "it has ended", promotions: [ten()], now: ends, refusal: { kind: "over" } },
  { story: "it is paused", promotions: [ten({}, { isPaused: true })], refusal: { kind: "over" } },
  { story: "all uses are taken up", promotions: [ten()], left: 0, refusal: { kind: "used-up" } },
  { story: "this code was used", promotions: [ten()], codeLeft: 0, refusal: { kind: "used-up" } },
  { story: "the customer has used it", promotions: [ten()], shopper: { allowed: 0 }, refusal: { kind: "used-by-you" } },
  {
    story: "it is for a first order",
    promotions: [ten({ firstOrderOnly: true })],
    shopper: { isFirstOrder: false },
    refusal: { kind: "not-first-order" },
  },
  {
    story: "the shopper isn't known yet",
    promotions: [ten({ firstOrderOnly: true })],
    shopper: { isFirstOrder: undefined },
    refusal: undefined,
  },
  {
    story: "it covers other courses",
    promotions: [ten({ scope: { courseIds: ["mr"] } })],
    refusal: { kind: "nothing-in-scope" },
  },
  {
    story: "$12.40 more would make it work",
    promotions: [ten({ minimumSpend: 14140 })],
    refusal: { kind: "minimum-spend", minimum: cents(14140), missing: cents(1240) },
  },
  { story: "the minimum is exactly met", promotions: [ten({ minimumSpend: 12900 })], refusal: undefined },
  {
    story: "every unit has a sale price that saves more",
    promotions: [sale, ten()],
    refusal: { kind: "does-not-combine", with: ["sale"] },
  },
])("a coupon's outcome if $story", ({ promotions, left, codeLeft, shopper = {}, now = noon, refusal }) => {
  const stock = {
    units: new Map(left === undefined ? [] : [[PromotionId.parse("ten"), left]]),
    codes: new Map(codeLeft === undefined ? [] : [["TEN", codeLeft]]),
  };
  const { allowed, ...rest } = shopper;
  const who = {
    unitsAllowed: new Map(allowed === undefined ? [] : [[PromotionId.parse("ten"), allowed]]),
    codes: ["TEN"],
    ...rest,
  };
  const cart = priceCart([lineOf("iv", 129)], promotions, stock, who, now);
  expect(cart.coupons[0]?.refusal).toEqual(refusal);
  expect(cart.coupons[0]?.amount).toBe(refusal ? 0 : 1290);
});

test("a coupon counts once, under the first of its codes entered", () => {
  const two = ten({}, { codes: ["A", "B"] });
  const cart = priceCart(
    [lineOf("iv", 100)],
    [two],
    { units: new Map() },
    { unitsAllowed: new Map(), codes: ["B", "A", "B"] },
    noon,
  );
  expect(cart.coupons).toMatchObject([
    { code: "B", amount: 1000 },
    { code: "A", amount: 0, refusal: { kind: "used-by-you" } },
  ]);
});
