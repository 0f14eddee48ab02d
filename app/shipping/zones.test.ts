import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { quoteShipping, type Zone } from "./zones";

const zones: Zone[] = [
  {
    id: "us",
    name: "United States",
    regions: ["US"],
    rates: [
      { upToGrams: 500, price: cents(495) },
      { upToGrams: 2000, price: cents(895) },
    ],
  },
  {
    id: "far",
    name: "Alaska and Hawaii",
    regions: ["US-AK", "US-HI"],
    rates: [{ upToGrams: 2000, price: cents(1495) }],
  },
];

test.each([
  { story: "a light parcel", to: { country: "US", state: "WI" }, grams: 500, expected: 495 },
  { story: "a gram more is the next rate", to: { country: "US", state: "WI" }, grams: 501, expected: 895 },
  { story: "a zone that names the state wins", to: { country: "US", state: "AK" }, grams: 100, expected: 1495 },
  { story: "a country without a state", to: { country: "US" }, grams: 100, expected: 495 },
])("$story", ({ to, grams, expected }) => {
  expect(quoteShipping(zones, to, grams)).toMatchObject({ kind: "rate", price: expected });
});

test("where no zone reaches nothing is mailed", () => {
  expect(quoteShipping(zones, { country: "DE" }, 100)).toEqual({ kind: "not-served" });
});

test("a parcel above the heaviest rate says how heavy it may be", () => {
  expect(quoteShipping(zones, { country: "US" }, 2001)).toEqual({
    kind: "too-heavy",
    zone: "United States",
    mostGrams: 2000,
  });
});
