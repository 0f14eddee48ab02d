import { expect, test } from "vitest";
import { ShippingZoneId } from "~/core/ids";
import { cents } from "~/core/money";
import { readTesterQuery, testMailing } from "./tester";

const facts = {
  books: [
    { id: "iv", title: "IV Therapeutics", grams: 375 },
    { id: "ct", title: "CT", grams: 595 },
  ],
  zones: [
    {
      id: ShippingZoneId.parse("us"),
      name: "United States",
      regions: ["US"],
      rates: [{ upToGrams: 2000, price: cents(1195) }],
    },
    {
      id: ShippingZoneId.parse("far"),
      name: "Alaska",
      regions: ["US-AK"],
      rates: [{ upToGrams: 2000, price: cents(1995) }],
    },
  ],
  packagingGrams: 120,
};
const ask = (query: string) => testMailing(readTesterQuery(new URLSearchParams(query)), facts);

test("copies, packaging and place give what a cart would be charged", () => {
  expect(ask("country=US&state=alaska&book=iv&copies=2&book=ct&copies=1")).toMatchObject({
    weight: "2 × 375 g + 1 × 595 g + 120 g packaging = 1.465 kg (3 lb 3.7 oz)",
    mailing: { label: "Mailing: Alaska", price: "$19.95" },
  });
});

test("without a state the country's zone counts", () => {
  expect(ask("country=US&book=iv&copies=1")).toMatchObject({ mailing: { price: "$11.95" } });
});

test("a place that is not served, and a state that is none", () => {
  expect(ask("country=DE&book=iv&copies=1")).toMatchObject({ mailing: { price: "not possible" } });
  expect(ask("country=US&state=Ontario&book=iv&copies=1")).toEqual({
    problem: "“Ontario” is no state or province there.",
  });
});

test("a shared link opens whatever stands in it", () => {
  expect(ask("")).toBeUndefined();
  expect(ask("book=gone&copies=two")).toBeUndefined();
  expect(ask("country=US&book=iv&copies=-4")).toMatchObject({
    weight: "1 × 375 g + 120 g packaging = 495 g (1 lb 1.5 oz)",
  });
});
