import { expect, test } from "vitest";
import { ShipForm, shipDone } from "./ship-form";

const form = {
  shipment: "abcdefghijklmnopqrstuv",
  lines: [{ orderLineId: "a", quantity: "2" }, { orderLineId: "b" }],
  carrier: "USPS",
};

test("an empty number means no copies, and a parcel doesn't need a tracking number", () => {
  expect(ShipForm.parse(form)).toMatchObject({
    lines: [
      { orderLineId: "a", quantity: 2 },
      { orderLineId: "b", quantity: 0 },
    ],
    trackingNumber: null,
  });
});

test.each([
  { story: "an unknown carrier", change: { carrier: "Pigeon" }, at: "carrier" },
  { story: "a negative number", change: { lines: [{ orderLineId: "a", quantity: "-1" }] }, at: "lines.0.quantity" },
  { story: "half a book", change: { lines: [{ orderLineId: "a", quantity: "0.5" }] }, at: "lines.0.quantity" },
  { story: "an address as a tracking number", change: { trackingNumber: "https://x.example" }, at: "trackingNumber" },
])("refused: $story", ({ change, at }) => {
  expect(ShipForm.safeParse({ ...form, ...change }).error?.issues.map(({ path }) => path.join("."))).toEqual([at]);
});

test("the name of an inherited property has no message", () => {
  expect([shipDone("constructor"), shipDone(null)]).toEqual([undefined, undefined]);
});
