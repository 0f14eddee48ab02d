import { expect, test } from "vitest";
import { AuditQuery, casesOf, countPages, OrdersQuery, orderNumberIn, RefundRequestsQuery } from "./list-query";

test.each([
  { story: "nothing", query: {}, read: { q: "", state: undefined, page: 1 } },
  { story: "a search", query: { q: " quinn ", page: "3" }, read: { q: "quinn", state: undefined, page: 3 } },
  { story: "a state", query: { state: "attention" }, read: { q: "", state: "attention", page: 1 } },
  { story: "what nobody knows", query: { state: "lost", page: "-1" }, read: { q: "", state: undefined, page: 1 } },
  { story: "an endless search", query: { q: "a".repeat(201) }, read: { q: "", state: undefined, page: 1 } },
])("a shared link with $story opens", ({ query, read }) => {
  expect(OrdersQuery.parse(query)).toEqual(read);
});

test("a link to a subject's audit opens", () => {
  expect(AuditQuery.parse({ subject: "promotion:x", page: "two" })).toEqual({ subject: "promotion:x", page: 1 });
});

test.each([
  ["1042", 1042],
  ["#1042", 1042],
  [" No. 1042 ", 1042],
  ["quinn", undefined],
  ["10 42", undefined],
  ["99999999999", undefined],
])("%j is order number %s", (text, number) => {
  expect(orderNumberIn(text)).toBe(number);
});

test.each([
  [0, 1],
  [25, 1],
  [26, 2],
])("%d rows of 25 are %d pages", (rows, pages) => {
  expect(countPages(rows, 25)).toBe(pages);
});

test("a name is looked for however it is written", () => {
  expect(casesOf("ada östberg-LIM")).toEqual([
    "ada östberg-LIM",
    "ada östberg-lim",
    "ADA ÖSTBERG-LIM",
    "Ada Östberg-Lim",
  ]);
  expect(casesOf("李")).toEqual(["李"]);
});

test.each([
  { query: {}, state: "open" },
  { query: { state: "nonsense" }, state: "open" },
  { query: { state: "" }, state: "all" },
  { query: { state: "all" }, state: "all" },
  { query: { state: "declined" }, state: "declined" },
])("refund requests by $query are those that are $state", ({ query, state }) => {
  expect(RefundRequestsQuery.parse(query)).toEqual({ state, page: 1 });
});
