import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { ShippingZoneForm, shippingZoneFields, zoneFieldOf } from "./zone-form";

const form = {
  name: "Canada",
  regions: ["CA"],
  rates: [{ upTo: "2 kg", price: "34.95" }, {}, { upTo: "1 lb", price: "16.95" }],
};

test("rates in pounds or kilograms and in any sequence; empty rows are ignored", () => {
  const { values, rows } = ShippingZoneForm.parse(form);
  expect(values.rates).toEqual([
    { upToGrams: 454, price: 1695 },
    { upToGrams: 2000, price: 3495 },
  ]);
  expect(rows).toEqual([2, 0]);
});

test("saved values read back unchanged", () => {
  const values = {
    name: "Canada",
    regions: ["CA"],
    rates: [454, 1250, 20_000].map((upToGrams) => ({ upToGrams, price: cents(1695) })),
  };
  expect(ShippingZoneForm.parse(shippingZoneFields(values)).values).toEqual(values);
});

test("a problem with a rate is shown in its own row", () => {
  const { rows } = ShippingZoneForm.parse(form);
  expect(zoneFieldOf({ field: "rates", row: 1, message: "" }, rows)).toBe("rates[0].price");
  expect(zoneFieldOf({ field: "regions", message: "" }, rows)).toBe("regions");
});

test.each([
  { story: "no name", change: { name: " " }, at: "name" },
  { story: "no region", change: { regions: [] }, at: "regions" },
  { story: "a region that doesn't exist", change: { regions: ["US-XX"] }, at: "regions.0" },
  { story: "no rate", change: { rates: [{}, {}] }, at: "rates" },
  { story: "a weight without a price", change: { rates: [{ upTo: "500" }] }, at: "rates.0.price" },
  { story: "a price without a weight", change: { rates: [{ price: "5.95" }] }, at: "rates.0.upTo" },
  { story: "a weight in words", change: { rates: [{ upTo: "light", price: "5.95" }] }, at: "rates.0.upTo" },
  {
    story: "a parcel too heavy for any carrier",
    change: { rates: [{ upTo: "51 kg", price: "5" }] },
    at: "rates.0.upTo",
  },
  { story: "a price with a typo", change: { rates: [{ upTo: "1 kg", price: "595.00" }] }, at: "rates.0.price" },
])("refused: $story", ({ change, at }) => {
  const read = ShippingZoneForm.safeParse({ ...form, ...change });
  expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual([at]);
});
