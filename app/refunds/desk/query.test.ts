import { expect, test } from "vitest";
import { RefundRequestsQuery } from "./query";

test.each([
  { query: {}, state: "open" },
  { query: { state: "nonsense" }, state: "open" },
  { query: { state: "" }, state: "all" },
  { query: { state: "all" }, state: "all" },
  { query: { state: "declined" }, state: "declined" },
])("refund requests by $query are those that are $state", ({ query, state }) => {
  expect(RefundRequestsQuery.parse(query)).toEqual({ state, page: 1 });
});
