import { expect, test } from "vitest";
import { lineOf } from "../../../tests/support/promotions/cart-worlds";
import { isInScope, Scope } from "./scope";

const line = lineOf("iv", 129, { disciplines: ["R", "CT"], contentCategories: ["CT:PC"], creditsHundredths: 1400 });

test.each([
  { scope: {}, isIn: true },
  { scope: { courseIds: ["ct", "iv"] }, isIn: true },
  { scope: { courseIds: ["ct"] }, isIn: false },
  { scope: { disciplines: ["CT"] }, isIn: true },
  { scope: { disciplines: ["MR"] }, isIn: false },
  { scope: { contentCategories: ["CT:PC"] }, isIn: true },
  { scope: { contentCategories: ["CT:SAF"] }, isIn: false },
  { scope: { formats: ["ebook"] }, isIn: true },
  { scope: { formats: ["book_by_mail"] }, isIn: false },
  { scope: { approvers: ["ASRT"] }, isIn: true },
  { scope: { approvers: ["AHRA"] }, isIn: false },
  { scope: { credits: { min: 1400 } }, isIn: true },
  { scope: { credits: { min: 1401 } }, isIn: false },
  { scope: { credits: { max: 1400 } }, isIn: true },
  { scope: { credits: { max: 1399 } }, isIn: false },
  { scope: { disciplines: ["CT"], formats: ["book_by_mail"] }, isIn: false },
])("$scope: $isIn", ({ scope, isIn }) => {
  expect(isInScope(Scope.parse(scope), line)).toBe(isIn);
});

test("an empty list and an unknown condition are errors, not the whole catalog", () => {
  expect(Scope.safeParse({ courseIds: [] }).success).toBe(false);
  expect(Scope.safeParse({ diciplines: ["CT"] }).success).toBe(false);
});
