import { expect, test } from "vitest";
import { RefundId } from "~/core/ids";
import { booksToSend } from "./case";

const book = { format: "book_by_mail" as const, quantity: 3, shipped: [], enrollments: [] };
const [given, kept] = [{ refundId: RefundId.parse("r1") }, { refundId: null }];

test.each([
  { story: "books", lines: [book], books: 3 },
  { story: "no eBooks", lines: [{ ...book, format: "ebook" as const }], books: 0 },
  { story: "what hasn't shipped yet", lines: [{ ...book, shipped: [{ quantity: 1 }, { quantity: 1 }] }], books: 1 },
  { story: "what wasn't refunded", lines: [{ ...book, enrollments: [given, kept, kept] }], books: 2 },
  {
    story: "nothing if the shipped copies were refunded",
    lines: [{ ...book, shipped: [{ quantity: 3 }], enrollments: [given] }, book],
    books: 3,
  },
])("to be mailed from a paid order: $story", ({ lines, books }) => {
  expect(booksToSend(lines)).toBe(books);
});
