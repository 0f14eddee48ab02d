import { expect, test } from "vitest";
import { cardName } from "./card";

test.each([
  ["visa", "4242", "Visa … 4242"],
  ["amex", "0005", "American Express … 0005"],
  ["a new brand", "1111", "Card … 1111"],
  [null, "1111", "Card … 1111"],
  ["visa", null, undefined],
])("a %s with the last digits %s is %s", (brand, last4, name) => {
  expect(cardName(brand, last4)).toBe(name);
});
