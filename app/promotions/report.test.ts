import { expect, test } from "vitest";
import { reportOf } from "./report";

const row = (orderId: string, paidAt: string, title: string, quantity: number, total: number, discount: number) => ({
  orderId,
  paidAt: new Date(paidAt),
  title,
  quantity,
  total,
  discount,
});

test("a report counts by the shop's day and by course, and an order once", () => {
  const report = reportOf(
    [
      row("a", "2026-11-24T05:59:59Z", "IV Therapeutics", 1, 9950, 2950),
      row("b", "2026-11-24T06:00:00Z", "IV Therapeutics", 2, 19900, 5900),
      row("b", "2026-11-24T06:00:00Z", "MRI Safety", 1, 1000, 100),
    ],
    "America/Chicago",
  );
  expect(report.byDay).toEqual([
    { label: "2026-11-24", orders: 1, units: 3, revenue: 20900, discount: 6000 },
    { label: "2026-11-23", orders: 1, units: 1, revenue: 9950, discount: 2950 },
  ]);
  expect(report.byCourse).toEqual([
    { label: "IV Therapeutics", orders: 2, units: 3, revenue: 29850, discount: 8850 },
    { label: "MRI Safety", orders: 1, units: 1, revenue: 1000, discount: 100 },
  ]);
  expect(report.all).toEqual({ label: "All", orders: 2, units: 4, revenue: 30850, discount: 8950 });
});

test("nothing sold is a report too", () => {
  expect(reportOf([], "America/Chicago")).toMatchObject({ byDay: [], byCourse: [], all: { orders: 0, revenue: 0 } });
});
