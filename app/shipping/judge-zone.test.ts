import { expect, test } from "vitest";
import { ShippingZoneId } from "~/core/ids";
import { cents } from "~/core/money";
import { judgeZone } from "./judge-zone";

const others = [{ id: ShippingZoneId.parse("us"), name: "United States", regions: ["US", "US-AK"], rates: [] }];
const rate = (upToGrams: number, price: number) => ({ upToGrams, price: cents(price) });
const zone = { name: "Canada", regions: ["CA"], rates: [rate(500, 1695), rate(1000, 2495)] };

test.each([
  { story: "regions of its own, rates that rise", change: {}, expected: [] },
  { story: "a state of another zone's country is another region", change: { regions: ["US-HI"] }, expected: [] },
  { story: "the same price for the next weight", change: { rates: [rate(1, 5), rate(2, 5)] }, expected: [] },
  {
    story: "a region of another zone is named with that zone",
    change: { regions: ["CA", "US-AK"] },
    expected: [
      {
        field: "regions",
        message: "Belongs to another zone already: Alaska, US (in United States). Take it out there first.",
      },
    ],
  },
  {
    story: "a name in other letters",
    change: { name: "united states" },
    expected: [{ field: "name", message: "Another zone has this name." }],
  },
  {
    story: "a weight twice",
    change: { rates: [rate(500, 1), rate(500, 2)] },
    expected: [{ field: "rates", row: 1, message: "This weight stands there twice." }],
  },
  {
    story: "a heavier parcel that costs less",
    change: { rates: [rate(500, 600), rate(1000, 500)] },
    expected: [{ field: "rates", row: 1, message: "A heavier parcel can’t cost less than a lighter one ($6.00)." }],
  },
])("$story", ({ change, expected }) => {
  expect(judgeZone({ ...zone, ...change }, others)).toEqual(expected);
});
