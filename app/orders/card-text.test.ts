import { expect, test } from "vitest";
import { cardText } from "./card-text";

test.each([
  { story: "a card brand we know", cardBrand: "visa", cardLast4: "4242", expected: "Visa ending in 4242" },
  { story: "a card brand we don't know", cardBrand: "eftpos_au", cardLast4: "0001", expected: "Card ending in 0001" },
  { story: "no brand", cardBrand: null, cardLast4: "0001", expected: "Card ending in 0001" },
  { story: "no card", cardBrand: null, cardLast4: null, expected: undefined },
])("$story", ({ cardBrand, cardLast4, expected }) => {
  expect(cardText({ cardBrand, cardLast4 })).toBe(expected);
});
