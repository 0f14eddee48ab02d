import { expect, test } from "vitest";
import { CustomerKey } from "~/core/ids";
import type { OrderState } from "~/orders/order-state";
import { barredUntil, type Start } from "./abandonment";

const at = new Date("2026-11-24T18:00:00Z");
const hour = 3_600_000;
const ago = (hours: number) => new Date(at.getTime() - hours * hour);

/** So many people, each with one order. */
function people(count: number, state: OrderState, hours = 1, prefix: string = state): Start[] {
  return Array.from({ length: count }, (_, index) => ({
    customerKey: CustomerKey.parse(`${prefix}${index}@example.com`),
    state,
    at: ago(hours),
  }));
}

test.each<{ story: string; starts: Start[]; barred: boolean }>([
  {
    story: "SCENARIO 1: a crowd behind one address that is paying now",
    starts: people(500, "awaiting_payment"),
    barred: false,
  },
  { story: "a department where twenty think better of it", starts: people(20, "expired"), barred: false },
  { story: "one machine that finishes nothing", starts: people(21, "expired"), barred: true },
  {
    story: "a hospital where a third pays",
    starts: [...people(100, "expired"), ...people(50, "paid")],
    barred: false,
  },
  {
    story: "a machine that pays once to look like a hospital",
    starts: [...people(50, "expired"), ...people(1, "paid")],
    barred: true,
  },
  {
    story: "one shopper who begins anew thirty times",
    starts: Array.from({ length: 30 }, () => people(1, "expired")[0] as Start),
    barred: false,
  },
  {
    story: "people who began anew and are paying, or have paid",
    starts: [
      ...people(40, "expired", 1, "a"),
      ...people(20, "awaiting_payment", 1, "a"),
      ...people(40, "paid", 1, "a"),
    ],
    barred: false,
  },
  { story: "what was abandoned this morning is forgotten", starts: people(50, "expired", 6.1), barred: false },
  { story: "a refund is no abandonment", starts: people(50, "refunded"), barred: false },
])("$story", ({ starts, barred }) => {
  expect(barredUntil(starts, at) !== undefined).toBe(barred);
});

test("the wait ends when enough of what was abandoned is forgotten", () => {
  const starts = [...people(2, "expired", 5, "early"), ...people(20, "expired", 1, "late")];
  expect(barredUntil(starts, at)).toEqual(new Date(at.getTime() + hour));
});
