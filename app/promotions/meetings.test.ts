import { expect, test } from "vitest";
import { lineOf, promotionOf } from "../../tests/support/cart-worlds";
import { meetingsOf } from "./meetings";

const formats = [lineOf("iv", 129, { disciplines: ["R"] }), lineOf("ct", 49), lineOf("dose", 49)];
const ten = { kind: "percent-off", basisPoints: 1000 };
const sale = (id: string, scope: object, change = {}, terms = {}) =>
  promotionOf(id, { kind: "scheduled-sale", scope, price: ten, ...terms }, change);
const coupon = (combinesWith: object) => promotionOf("c", { kind: "coupon", scope: {}, discount: ten, combinesWith });
const group = (id: string) =>
  promotionOf(id, { kind: "quantity-tiers", scope: { disciplines: ["CT"] }, tiers: [{ quantity: 3, discount: 1500 }] });
const ct = { disciplines: ["CT"] };

test.each([
  {
    story: "two sales",
    promotions: [sale("a", ct), sale("b", {})],
    courses: ["ct", "dose"],
    words: /better of the two sale prices/,
  },
  {
    story: "two automatic promotions",
    promotions: [group("a"), group("b")],
    courses: ["ct", "dose"],
    words: /never both/,
  },
  {
    story: "a coupon that combines",
    promotions: [sale("a", ct), coupon({ sales: true })],
    courses: ["ct", "dose"],
    words: /add up/,
  },
  {
    story: "a coupon that does not",
    promotions: [sale("a", ct), coupon({})],
    courses: ["ct", "dose"],
    words: /do not combine/,
  },
  {
    story: "one that stands alone",
    promotions: [sale("a", ct, {}, { exclusive: true }), group("b")],
    courses: ["ct", "dose"],
    words: /stands alone/,
  },
])("$story meet", ({ promotions, courses, words }) => {
  const [meeting, ...others] = meetingsOf(promotions, formats);
  expect(others).toEqual([]);
  expect(meeting?.courseIds).toEqual(courses);
  expect(meeting?.words).toMatch(words);
});

test.each([
  { story: "other courses", promotions: [sale("a", ct), sale("b", { courseIds: ["iv"] })] },
  {
    story: "one after the other, to the minute",
    promotions: [
      sale("a", {}, { endsAt: new Date("2026-11-20T06:00:00Z") }),
      sale("b", {}, { startsAt: new Date("2026-11-20T06:00:00Z") }),
    ],
  },
])("promotions on $story do not meet", ({ promotions }) => {
  expect(meetingsOf(promotions, formats)).toEqual([]);
});
