import { expect, test } from "vitest";
import { lineOf } from "../../../tests/support/promotions/cart-worlds";
import { Terms } from "./kinds";
import { validateTerms } from "./validate-terms";

const formats = [
  lineOf("iv", 129, { format: "book_by_mail" }),
  lineOf("iv", 119),
  lineOf("ct", 49),
  lineOf("mr", 49, { disciplines: ["MR"] }),
];
const saleAt = (price: object, scope: object = { courseIds: ["iv"] }) => ({ kind: "scheduled-sale", scope, price });
const fixed = (cents: number) => saleAt({ kind: "price", cents });
const off = (cents: number) => saleAt({ kind: "amount-off", cents });
const coupon = (discount: object, more: object = {}) => ({ kind: "coupon", scope: {}, discount, ...more });
const set = (cents: number, ...courseIds: string[]) => ({
  kind: "bundle",
  items: courseIds.map((courseId) => ({ courseId })),
  price: cents,
});
const tiers = (...steps: [number, number][]) => ({
  kind: "quantity-tiers",
  scope: {},
  tiers: steps.map(([quantity, discount]) => ({ quantity, discount })),
});
const buyTwo = (more: object) => ({ kind: "buy-x-get-y", scope: {}, buy: 2, get: 1, discount: 10_000, ...more });
const gift = (more: object) => ({ kind: "gift", courseId: "ct", scope: {}, minimumSpend: 20_000, ...more });
const alone = { combinesWith: { sales: false, automatic: false, coupons: false }, exclusive: true };
const none = { courseIds: ["gone"] };

test.each<{ story: string; terms: object }>([
  { story: "a sale a cent below the lowest price", terms: fixed(11_899) },
  { story: "a free course", terms: fixed(0) },
  { story: "an amount a cent below the lowest price", terms: off(11_899) },
  { story: "everything free", terms: saleAt({ kind: "percent-off", basisPoints: 10_000 }, {}) },
  { story: "a bundle cheaper than its courses", terms: set(16_799, "iv", "ct") },
  { story: "tiers that rise", terms: tiers([3, 1000], [5, 1500]) },
  { story: "a separate reward", terms: buyTwo({ reward: { disciplines: ["MR"] } }) },
  { story: "a gift", terms: gift({}) },
  { story: "an amount coupon without a minimum", terms: coupon({ kind: "amount-off", cents: 1000 }) },
  {
    story: "an amount coupon with its own amount as the minimum",
    terms: coupon({ kind: "amount-off", cents: 1000 }, { minimumSpend: 1000 }),
  },
  {
    story: "a percentage coupon with any minimum",
    terms: coupon({ kind: "percent-off", basisPoints: 1000 }, { minimumSpend: 1 }),
  },
  { story: "an exclusive promotion", terms: { ...fixed(9950), ...alone } },
])("PRICING 4: $story is accepted", ({ terms }) => {
  expect(validateTerms(Terms.parse(terms), formats)).toEqual([]);
});

test.each<{ story: string; terms: object; part: string; says: RegExp }>([
  { story: "a sale at the lowest price", terms: fixed(11_900), part: "price", says: /lowest regular price, \$119\.00/ },
  { story: "an amount as high as the lowest price", terms: off(11_900), part: "price", says: /lowest regular price/ },
  { story: "an amount of zero", terms: off(0), part: "price", says: /more than \$0\.00/ },
  {
    story: "a sale that covers nothing",
    terms: saleAt({ kind: "price", cents: 1 }, none),
    part: "scope",
    says: /No published/,
  },
  {
    story: "a coupon that covers nothing",
    terms: coupon({ kind: "percent-off", basisPoints: 1 }, { scope: none }),
    part: "scope",
    says: /No published/,
  },
  { story: "a coupon of $0.00", terms: coupon({ kind: "amount-off", cents: 0 }), part: "discount", says: /more than/ },
  {
    story: "a minimum spend below the coupon's amount",
    terms: coupon({ kind: "amount-off", cents: 1000 }, { minimumSpend: 999 }),
    part: "minimumSpend",
    says: /below the discount, \$10\.00/,
  },
  {
    story: "a bundle that isn't cheaper",
    terms: set(16_800, "iv", "ct"),
    part: "price",
    says: /courses together, \$168\.00/,
  },
  { story: "a bundle with an unknown course", terms: set(99, "iv", "gone"), part: "items", says: /not published/ },
  {
    story: "a bundle with a format its course doesn't have",
    terms: { ...set(99, "iv"), items: [{ courseId: "iv" }, { courseId: "ct", formats: ["book_by_mail"] }] },
    part: "items",
    says: /not published/,
  },
  {
    story: "tiers with falling quantities",
    terms: tiers([5, 1000], [3, 1500]),
    part: "tiers",
    says: /higher quantity and a higher discount/,
  },
  {
    story: "tiers with the same discount",
    terms: tiers([3, 1500], [5, 1500]),
    part: "tiers",
    says: /higher quantity and a higher discount/,
  },
  { story: "a reward that isn't published", terms: buyTwo({ reward: none }), part: "reward", says: /No published/ },
  {
    story: "a purchase scope that covers nothing",
    terms: buyTwo({ scope: none }),
    part: "scope",
    says: /No published/,
  },
  { story: "a gift that isn't published", terms: gift({ courseId: "gone" }), part: "courseId", says: /not published/ },
  {
    story: "a gift in a format that doesn't exist",
    terms: gift({ formats: ["book_by_mail"] }),
    part: "courseId",
    says: /not published/,
  },
  {
    story: "an exclusive promotion that combines",
    terms: { ...fixed(9950), ...alone, combinesWith: { sales: false, automatic: false, coupons: true } },
    part: "exclusive",
    says: /exclusive promotion can't combine/,
  },
])("PRICING 4, 11: rejected next to $part: $story", ({ terms, part, says }) => {
  expect(validateTerms(Terms.parse(terms), formats)).toEqual([{ part, message: expect.stringMatching(says) }]);
});
