import { expect, test } from "vitest";
import { addressNameOf } from "./name-of";

test.each([
  { path: "/", name: "home" },
  { path: "/staff/promotions/new", name: "staffNewPromotion" },
  { path: "/staff/promotions/spring-sale", name: "staffPromotion" },
  { path: "/staff/ledger/days.csv", name: "staffLedgerDaysCsv" },
  { path: "/staff/ledger/2025-11-24", name: "staffLedgerDay" },
  { path: "/cart.data", name: undefined },
  { path: "/Courses/ct-basics/", name: "course" },
  { path: "/courses", name: undefined },
])("$path is $name", ({ path, name }) => {
  expect(addressNameOf(path)).toBe(name);
});
