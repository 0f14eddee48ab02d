import { expect, test } from "vitest";
import { type OrderState, orderStates, statesBefore } from "./order-state";

test.each<{ next: OrderState; before: OrderState[] }>([
  { next: "awaiting_payment", before: [] },
  { next: "processing", before: ["awaiting_payment"] },
  { next: "paid", before: ["awaiting_payment", "processing", "expired"] },
  { next: "expired", before: ["awaiting_payment", "processing"] },
  { next: "refunding", before: ["awaiting_payment", "processing", "expired"] },
  { next: "refunded", before: ["refunding"] },
  { next: "attention", before: ["awaiting_payment", "processing", "expired", "refunding", "refunded"] },
])("an order becomes $next from $before only", ({ next, before }) => {
  expect(statesBefore(next)).toEqual(before);
});

test("SCENARIO 12: a paid order never becomes anything by a repeated or late event", () => {
  for (const next of orderStates) expect(statesBefore(next)).not.toContain("paid");
});
