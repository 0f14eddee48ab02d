import { expect, test } from "vitest";
import { learnersOf } from "./learners";

const buyer = { certificateName: "Ada Lim", email: "ada@example.com" };
const [kim, lee] = [
  { name: "Kim", email: "kim@example.com" },
  { name: "Lee", email: "lee@example.com" },
];

test.each([
  { purpose: "self" as const, seats: [], expected: [{ name: "Ada Lim", email: "ada@example.com" }] },
  { purpose: "gift" as const, seats: [kim], expected: [kim] },
  { purpose: "colleagues" as const, seats: [kim, lee], expected: [kim, lee] },
  { purpose: "colleagues" as const, seats: [], expected: [] },
])("the first learner of an order for $purpose", ({ expected, ...order }) => {
  expect(learnersOf({ ...buyer, ...order })).toEqual(expected);
});
