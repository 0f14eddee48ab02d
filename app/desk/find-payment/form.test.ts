import { expect, test } from "vitest";
import { FindPaymentForm } from "./form";

test.each([
  { query: { id: " pi_3Qx0abc ", last4: "" }, clue: { kind: "id", id: "pi_3Qx0abc" } },
  {
    query: { last4: "4242", amount: "$1,299.50", day: "2026-11-30" },
    clue: { kind: "card", last4: "4242", cents: 129950, day: "2026-11-30" },
  },
])("$query is a clue", ({ query, clue }) => {
  expect(FindPaymentForm.parse(query)).toEqual(clue);
});

test.each([
  { query: {}, wrong: ["amount", "day", "last4"] },
  { query: { last4: "4242", amount: "99.50" }, wrong: ["day"] },
  { query: { last4: "42", amount: "a lot", day: "today" }, wrong: ["amount", "day", "last4"] },
  { query: { id: "order 1042" }, wrong: ["id"] },
  { query: { id: "pi_\u0000" }, wrong: ["id"] },
])("$query is not a clue: $wrong", ({ query, wrong }) => {
  const read = FindPaymentForm.safeParse(query);
  expect(read.error?.issues.map(({ path }) => path.join()).sort()).toEqual(wrong);
});
