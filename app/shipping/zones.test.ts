import { expect, test } from "vitest";
import { ShippingZoneId } from "~/core/ids";
import { cents } from "~/core/money";
import { countriesServed, estimateShipping, quoteShipping, type Zone } from "./zones";

const zones: Zone[] = [
  {
    id: ShippingZoneId.parse("us"),
    name: "United States",
    regions: ["US"],
    rates: [
      { upToGrams: 500, price: cents(495) },
      { upToGrams: 2000, price: cents(895) },
    ],
  },
  {
    id: ShippingZoneId.parse("far"),
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

test.each([
  { story: "light: from the cheapest zone to the dearest", grams: 400, expected: { from: 495, to: 1495 } },
  { story: "heavier: the next rate of one, the same of the other", grams: 600, expected: { from: 895, to: 1495 } },
])("before the address is known, $story", ({ grams, expected }) => {
  expect(estimateShipping(zones, grams)).toEqual({ kind: "estimate", ...expected });
});

test("an estimate leaves out zones that do not take the parcel", () => {
  const light = [
    ...zones,
    { id: ShippingZoneId.parse("ca"), name: "Canada", regions: ["CA"], rates: [{ upToGrams: 100, price: cents(100) }] },
  ];
  expect(estimateShipping(light, 200)).toMatchObject({ from: 495 });
});

test("what nobody takes is too heavy, and without zones nothing is mailed", () => {
  expect(estimateShipping(zones, 2001)).toEqual({ kind: "too-heavy", mostGrams: 2000 });
  expect(estimateShipping([], 100)).toEqual({ kind: "not-served" });
});

test("countries that are served, each once, whether whole or by state", () => {
  expect(
    countriesServed([...zones, { id: ShippingZoneId.parse("ca"), name: "Ontario", regions: ["CA-ON"], rates: [] }]),
  ).toEqual(["US", "CA"]);
});
