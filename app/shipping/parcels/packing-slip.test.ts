import { expect, test } from "vitest";
import { OrderLineId } from "~/core/ids";
import { packedLines } from "./packing-slip";

const line = (orderLineId: string, bought: number, refunded: number, shipped: number) => ({
  orderLineId: OrderLineId.parse(orderLineId),
  title: orderLineId,
  isbn: null,
  bought,
  refunded,
  shipped,
  left: bought - refunded - shipped,
});

test.each([
  { story: "a first parcel holds all", books: [line("a", 2, 0, 0)], sent: undefined, expected: [[2, ""]] },
  {
    story: "a second one holds the rest",
    books: [line("a", 3, 0, 2), line("b", 1, 0, 1)],
    sent: undefined,
    expected: [[1, "2 more in another parcel"]],
  },
  { story: "refunded copies are not in it", books: [line("a", 3, 1, 0)], sent: undefined, expected: [[2, ""]] },
  {
    story: "the slip of a parcel that left",
    books: [line("a", 3, 0, 2)],
    sent: { a: 2 },
    expected: [[2, "1 more in another parcel"]],
  },
  { story: "printed again when all is gone", books: [line("a", 2, 0, 2)], sent: undefined, expected: [[2, ""]] },
])("$story", ({ books, sent, expected }) => {
  expect(packedLines(books, sent).map(({ copies, note }) => [copies, note])).toEqual(expected);
});
