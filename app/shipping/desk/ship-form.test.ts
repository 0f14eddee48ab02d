import { expect, test } from "vitest";
import { ShipForm, shipDone } from "./ship-form";

const form = {
  shipment: "abcdefghijklmnopqrstuv",
  lines: [{ orderLineId: "a", quantity: "2" }, { orderLineId: "b" }],
  carrier: "USPS",
};

test("an empty figure is none of the book, and a parcel may go without a number", () => {
  expect(ShipForm.parse(form)).toMatchObject({
    lines: [
      { orderLineId: "a", quantity: 2 },
      { orderLineId: "b", quantity: 0 },
    ],
    trackingNumber: null,
  });
});

test.each([
  { story: "a carrier that is none", change: { carrier: "Pigeon" }, at: "carrier" },
  { story: "less than nothing", change: { lines: [{ orderLineId: "a", quantity: "-1" }] }, at: "lines.0.quantity" },
  { story: "half a book", change: { lines: [{ orderLineId: "a", quantity: "0.5" }] }, at: "lines.0.quantity" },
  { story: "an address as a tracking number", change: { trackingNumber: "https://x.example" }, at: "trackingNumber" },
])("refused: $story", ({ change, at }) => {
  expect(ShipForm.safeParse({ ...form, ...change }).error?.issues.map(({ path }) => path.join("."))).toEqual([at]);
});

test("a word that objects inherit says nothing", () => {
  expect([shipDone("constructor"), shipDone(null)]).toEqual([undefined, undefined]);
});
