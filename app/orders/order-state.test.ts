import { expect, test } from "vitest";
import { type Mover, type OrderState, orderStates, statesBefore } from "./order-state";

test.each<{ by: Mover; next: OrderState; before: OrderState[] }>([
  { by: "payment", next: "awaiting_payment", before: [] },
  { by: "payment", next: "processing", before: ["awaiting_payment"] },
  { by: "payment", next: "paid", before: ["awaiting_payment", "processing", "expired"] },
  { by: "payment", next: "expired", before: ["awaiting_payment", "processing"] },
  { by: "payment", next: "refunding", before: ["awaiting_payment", "processing", "expired"] },
  { by: "payment", next: "refunded", before: [] },
  { by: "payment", next: "attention", before: ["awaiting_payment", "processing", "expired"] },
  { by: "refund", next: "paid", before: [] },
  { by: "refund", next: "expired", before: [] },
  { by: "refund", next: "refunding", before: ["paid", "attention"] },
  { by: "refund", next: "refunded", before: ["paid", "refunding", "attention"] },
  { by: "refund", next: "attention", before: ["refunding", "refunded"] },
  { by: "staff", next: "paid", before: ["attention"] },
  { by: "staff", next: "expired", before: ["attention"] },
  { by: "staff", next: "refunding", before: ["attention"] },
  { by: "staff", next: "refunded", before: ["attention"] },
  { by: "staff", next: "attention", before: [] },
])("$by can move an order to $next only from $before", ({ by, next, before }) => {
  expect([...statesBefore(next, by)].sort()).toEqual([...before].sort());
});

test("SCENARIO 12: a repeated or late payment event never changes an order that was paid, refunded, or left to staff", () => {
  for (const next of orderStates)
    for (const settled of ["paid", "refunding", "refunded", "attention"] as const)
      expect(statesBefore(next, "payment")).not.toContain(settled);
});
