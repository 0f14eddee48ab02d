import { expect, test } from "vitest";
import { CourseId, PromotionId } from "~/core/ids";
import { cents } from "~/core/money";
import { lineOf, noon, promotionOf } from "../../../tests/support/promotions/cart-worlds";
import type { Promotion } from "../kinds/kinds";
import type { CartLine } from "../units/cart-line";
import type { Hint } from "../units/hint";
import { priceCart } from "./price-cart";

const group = (count = "scope") =>
  promotionOf("group", {
    kind: "quantity-tiers",
    scope: { disciplines: ["CT"] },
    count,
    tiers: [
      { quantity: 3, discount: 1500 },
      { quantity: 6, discount: 2500 },
    ],
  });
const set = promotionOf("set", { kind: "bundle", items: [{ courseId: "a" }, { courseId: "b" }], price: 8000 });
const third = promotionOf("third", { kind: "buy-x-get-y", scope: {}, buy: 2, get: 1, discount: 10000 });
const gift = promotionOf("gift", { kind: "gift", courseId: "g", scope: {}, minimumSpend: 10000 });
const moreUnits = { kind: "more-units", promotionId: PromotionId.parse("group"), name: "group", units: 1 } as const;

test.each<{ story: string; lines: CartLine[]; promotion: Promotion; hints: Hint[] }>([
  {
    story: "one more unit reaches the tier",
    lines: [lineOf("a", 60, { quantity: 2 })],
    promotion: group(),
    hints: [{ ...moreUnits, basisPoints: 1500 }],
  },
  { story: "it would take two more units", lines: [lineOf("a", 60)], promotion: group(), hints: [] },
  {
    story: "one more unit reaches the next tier for its course",
    lines: [lineOf("a", 60, { quantity: 5 }), lineOf("b", 60)],
    promotion: group("course"),
    hints: [{ ...moreUnits, basisPoints: 2500, courseId: CourseId.parse("a") }],
  },
  {
    story: "nothing is in the scope",
    lines: [lineOf("a", 60, { disciplines: ["MR"] })],
    promotion: group(),
    hints: [],
  },
  {
    story: "one more course completes the bundle",
    lines: [lineOf("b", 60)],
    promotion: set,
    hints: [
      {
        kind: "complete-bundle",
        promotionId: "set",
        name: "set",
        courseId: "a",
        price: cents(8000),
      } as Hint,
    ],
  },
  { story: "the bundle is complete", lines: [lineOf("a", 60), lineOf("b", 60)], promotion: set, hints: [] },
  {
    story: "the third is free",
    lines: [lineOf("a", 60, { quantity: 2 })],
    promotion: third,
    hints: [
      { kind: "more-units", promotionId: PromotionId.parse("third"), name: "third", units: 1, basisPoints: 10000 },
    ],
  },
  { story: "the third is in the cart", lines: [lineOf("a", 60, { quantity: 3 })], promotion: third, hints: [] },
  {
    story: "the gift is earned",
    lines: [lineOf("a", 100)],
    promotion: gift,
    hints: [{ kind: "add-gift", promotionId: PromotionId.parse("gift"), name: "gift", courseId: CourseId.parse("g") }],
  },
  { story: "the gift is far away", lines: [lineOf("a", 60)], promotion: gift, hints: [] },
  { story: "the gift is in the cart", lines: [lineOf("a", 100), lineOf("g", 49)], promotion: gift, hints: [] },
])("hints if $story", ({ lines, promotion, hints }) => {
  const cart = priceCart(lines, [promotion], { units: new Map() }, { unitsAllowed: new Map() }, noon);
  expect(cart.hints).toEqual(hints);
});

test("a gift that is nearly earned says what is missing", () => {
  const cart = priceCart([lineOf("a", 87.6)], [gift], { units: new Map() }, { unitsAllowed: new Map() }, noon);
  expect(cart.hints).toMatchObject([{ kind: "spend-for-gift", missing: 1240 }]);
});
