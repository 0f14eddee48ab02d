import { expect, test } from "vitest";
import { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";
import { blockedUntil, type StartedPayment } from "./abandonment";

const at = new Date("2026-11-24T18:00:00Z");
const hour = 3_600_000;
const ago = (hours: number) => new Date(at.getTime() - hours * hour);

/** A number of people, each with one order. */
function people(count: number, state: OrderState, hours = 1, prefix: string = state): StartedPayment[] {
  return Array.from({ length: count }, (_, index) => ({
    customerKey: CustomerKey.parse(`${prefix}${index}@example.com`),
    state,
    at: ago(hours),
  }));
}

test.each<{ story: string; starts: StartedPayment[]; blocked: boolean }>([
  {
    story: "SCENARIO 1: a crowd behind one address, all paying right now",
    starts: people(500, "awaiting_payment"),
    blocked: false,
  },
  { story: "a department where twenty people change their minds", starts: people(20, "expired"), blocked: false },
  { story: "one machine that never finishes", starts: people(21, "expired"), blocked: true },
  {
    story: "a hospital where a third of the people pay",
    starts: [...people(100, "expired"), ...people(50, "paid")],
    blocked: false,
  },
  {
    story: "a machine that pays once to look like a hospital",
    starts: [...people(50, "expired"), ...people(1, "paid")],
    blocked: true,
  },
  {
    story: "one shopper who starts over thirty times",
    starts: Array.from({ length: 30 }, () => people(1, "expired")[0] as StartedPayment),
    blocked: false,
  },
  {
    story: "people who started over, then are paying or have paid",
    starts: [
      ...people(40, "expired", 1, "a"),
      ...people(20, "awaiting_payment", 1, "a"),
      ...people(40, "paid", 1, "a"),
    ],
    blocked: false,
  },
  { story: "checkouts abandoned this morning no longer count", starts: people(50, "expired", 6.1), blocked: false },
  { story: "a refund is not an abandonment", starts: people(50, "refunded"), blocked: false },
])("$story", ({ starts, blocked }) => {
  expect(blockedUntil(starts, at) !== undefined).toBe(blocked);
});

test("the block ends once enough abandoned checkouts no longer count", () => {
  const starts = [...people(2, "expired", 5, "early"), ...people(20, "expired", 1, "late")];
  expect(blockedUntil(starts, at)).toEqual(new Date(at.getTime() + hour));
});
