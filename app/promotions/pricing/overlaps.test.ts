import { expect, test } from "vitest";
import { lineOf, promotionOf } from "../../../tests/support/promotions/cart-worlds";
import { findOverlaps } from "./overlaps";

const formats = [lineOf("iv", 129, { disciplines: ["R"] }), lineOf("ct", 49), lineOf("dose", 49)];
const ten = { kind: "percent-off", basisPoints: 1000 };
const sale = (id: string, scope: object, change = {}, terms = {}) =>
  promotionOf(id, { kind: "scheduled-sale", scope, price: ten, ...terms }, change);
const coupon = (combinesWith: object) => promotionOf("c", { kind: "coupon", scope: {}, discount: ten, combinesWith });
const group = (id: string, combinesWith = {}) =>
  promotionOf(id, {
    ...{ kind: "quantity-tiers", scope: { disciplines: ["CT"] }, tiers: [{ quantity: 3, discount: 1500 }] },
    combinesWith,
  });
const gift = promotionOf("g", { kind: "gift", courseId: "dose", formats: ["ebook"], scope: {}, minimumSpend: 5000 });
const buyAndGet = promotionOf("x", {
  ...{ kind: "buy-x-get-y", scope: { courseIds: ["iv"] }, reward: { courseIds: ["dose"] } },
  ...{ buy: 1, get: 1, discount: 10_000 },
});
const ct = { disciplines: ["CT"] };

test.each([
  {
    story: "two sales",
    promotions: [sale("a", ct), sale("b", {})],
    courses: ["ct", "dose"],
    effect: /lower of the two sale prices/,
  },
  {
    story: "two automatic promotions",
    promotions: [group("a"), group("b")],
    courses: ["ct", "dose"],
    effect: /never both/,
  },
  {
    story: "coupons that combine",
    promotions: [sale("a", ct), coupon({ sales: true })],
    courses: ["ct", "dose"],
    effect: /both discounts apply/i,
  },
  {
    story: "coupons that don't combine",
    promotions: [sale("a", ct), coupon({})],
    courses: ["ct", "dose"],
    effect: /^With the code, each unit gets one of them/,
  },
  {
    story: "an exclusive promotion and another",
    promotions: [sale("a", ct, {}, { exclusive: true }), group("b")],
    courses: ["ct", "dose"],
    effect: /^“a” is exclusive: the shopper gets either it or the other promotions/,
  },
  {
    story: "two exclusive promotions",
    promotions: [sale("a", ct, {}, { exclusive: true }), sale("b", ct, {}, { exclusive: true })],
    courses: ["ct", "dose"],
    effect: /^Both are exclusive/,
  },
  {
    story: "a sale and a group price that combine",
    promotions: [sale("a", ct), group("b", { sales: true })],
    courses: ["ct", "dose"],
    effect: /^Both discounts apply/,
  },
  {
    story: "a sale and a group price that don't combine",
    promotions: [sale("a", ct), group("b")],
    courses: ["ct", "dose"],
    effect: /^Each unit gets one of them/,
  },
  {
    story: "a gift and a sale on it",
    promotions: [sale("a", {}), gift],
    courses: ["dose"],
    effect: /both discounts apply/i,
  },
  {
    story: "a coupon and a Buy X, get Y scope",
    promotions: [coupon({}), buyAndGet],
    courses: ["iv", "dose"],
    effect: /^With the code, both discounts apply/,
  },
])("$story overlap", ({ promotions, courses, effect }) => {
  const [overlap, ...others] = findOverlaps(promotions, formats);
  expect(others).toEqual([]);
  expect(overlap?.courseIds).toEqual(courses);
  expect(overlap?.effect).toMatch(effect);
});

test.each([
  {
    story: "other formats of one course",
    promotions: [
      sale("a", { courseIds: ["dose"] }),
      promotionOf("b", { kind: "gift", courseId: "dose", formats: ["book_by_mail"], scope: {}, minimumSpend: 0 }),
    ],
  },
  {
    story: "a course that one of them doesn't make cheaper",
    promotions: [sale("a", ct), sale("b", ct, {}, { price: { kind: "price", cents: 4900 } })],
  },
  { story: "other courses", promotions: [sale("a", ct), sale("b", { courseIds: ["iv"] })] },
  {
    story: "the same courses back to back, to the minute",
    promotions: [
      sale("a", {}, { endsAt: new Date("2026-11-20T06:00:00Z") }),
      sale("b", {}, { startsAt: new Date("2026-11-20T06:00:00Z") }),
    ],
  },
])("promotions on $story do not overlap", ({ promotions }) => {
  expect(findOverlaps(promotions, formats)).toEqual([]);
});
