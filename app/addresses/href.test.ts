import { expect, test } from "vitest";
import { href } from "./href";

test.each([
  { story: "the home page", written: href("home"), expected: "/" },
  { story: "an address without parameters", written: href("staffOrders"), expected: "/staff/orders" },
  { story: "a parameter", written: href("staffOrder", { order: "o1" }), expected: "/staff/orders/o1" },
  {
    story: "several parameters, one a number",
    written: href("learningAttempt", { enrollment: "e1", signature: "s-1", number: 2 }),
    expected: "/learning/e1/s-1/attempts/2",
  },
  {
    story: "a parameter followed by a file name",
    written: href("orderReceipt", { order: "o1", signature: "s" }),
    expected: "/orders/o1/s/receipt.pdf",
  },
  {
    story: "characters that would change the address are encoded",
    written: href("verifyCertificate", { code: "../a?b#c d" }),
    expected: "/verify/..%2Fa%3Fb%23c%20d",
  },
  {
    story: "a query, with undefined values left out",
    written: href("catalog", { q: "CT & MR", page: 2, sort: undefined }),
    expected: "/catalog?q=CT+%26+MR&page=2",
  },
  { story: "an empty query", written: href("catalog", { q: undefined }), expected: "/catalog" },
  {
    story: "a parameter and a query",
    written: href("staffBook", { format: "ct.ebook" }, new URLSearchParams({ done: "saved" })),
    expected: "/staff/books/ct.ebook?done=saved",
  },
])("$story", ({ written, expected }) => {
  expect(written).toBe(expected);
});

test("the types require exactly an address's own parameters", () => {
  // @ts-expect-error an order's address needs the order
  expect(() => href("staffOrder")).toThrow(TypeError);
  // @ts-expect-error an order's address takes no other parameter
  expect(() => href("staffOrder", { promotion: "spring" })).toThrow("staffOrder needs :order");
  // @ts-expect-error there is no such address
  expect(() => href("nowhere")).toThrow(TypeError);
});
