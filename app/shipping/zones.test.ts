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
  { story: "one more gram is the next rate", to: { country: "US", state: "WI" }, grams: 501, expected: 895 },
  { story: "a zone with the state takes precedence", to: { country: "US", state: "AK" }, grams: 100, expected: 1495 },
  { story: "a country without a state", to: { country: "US" }, grams: 100, expected: 495 },
])("$story", ({ to, grams, expected }) => {
  expect(quoteShipping(zones, to, grams)).toMatchObject({ kind: "rate", price: expected });
});

test("nothing is shipped outside the zones", () => {
  expect(quoteShipping(zones, { country: "DE" }, 100)).toEqual({ kind: "not-served" });
});

test("a parcel above the heaviest rate has the limit", () => {
  expect(quoteShipping(zones, { country: "US" }, 2001)).toEqual({
    kind: "too-heavy",
    zone: "United States",
    maxGrams: 2000,
  });
});

test.each([
  { story: "light: from the cheapest zone to the most expensive", grams: 400, expected: { from: 495, to: 1495 } },
  { story: "heavier: the next rate of one, the same rate of the other", grams: 600, expected: { from: 895, to: 1495 } },
])("before the address is known, $story", ({ grams, expected }) => {
  expect(estimateShipping(zones, grams)).toEqual({ kind: "estimate", ...expected });
});

test("an estimate leaves out zones that don't accept the parcel", () => {
  const light = [
    ...zones,
    { id: ShippingZoneId.parse("ca"), name: "Canada", regions: ["CA"], rates: [{ upToGrams: 100, price: cents(100) }] },
  ];
  expect(estimateShipping(light, 200)).toMatchObject({ from: 495 });
});

test("a parcel no zone accepts is too heavy, and without zones nothing is shipped", () => {
  expect(estimateShipping(zones, 2001)).toEqual({ kind: "too-heavy", maxGrams: 2000 });
  expect(estimateShipping([], 100)).toEqual({ kind: "not-served" });
});

test("covered countries, each once, whether entirely or by state", () => {
  expect(
    countriesServed([...zones, { id: ShippingZoneId.parse("ca"), name: "Ontario", regions: ["CA-ON"], rates: [] }]),
  ).toEqual(["US", "CA"]);
});
