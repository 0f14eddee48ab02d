import { expect, test } from "vitest";
import { CourseId, OrderId } from "~/core/ids";
import { cents } from "~/core/money";
import { buildReport, type ReportFact } from "./report";

const fact = (orderId: string, paidAt: string, courseId: string, figures: Partial<ReportFact> = {}): ReportFact => ({
  ...{
    orderId: OrderId.parse(orderId),
    paidAt: new Date(paidAt),
    courseId: CourseId.parse(courseId),
    title: courseId.toUpperCase(),
  },
  ...{ units: 1, revenue: cents(9950), discount: cents(2950), refunded: cents(0) },
  ...figures,
});

const facts = [
  fact("a", "2026-11-24T05:59:59Z", "iv"),
  fact("b", "2026-11-24T06:00:00Z", "iv", {
    units: 2,
    revenue: cents(19900),
    discount: cents(5900),
    refunded: cents(19900),
  }),
  fact("b", "2026-11-24T06:00:00Z", "mri", { revenue: cents(1000), discount: cents(100) }),
];

test("PRICING 9: a report counts by the shop's day and by course, each order once, with refunds separate", () => {
  const report = buildReport(facts, "America/Chicago");
  expect(report.byDay).toMatchObject([
    { day: "2026-11-24", orders: 1, units: 3, revenue: 20900, discount: 6000, refunded: 19900 },
    { day: "2026-11-23", orders: 1, units: 1, revenue: 9950, discount: 2950, refunded: 0 },
  ]);
  expect(report.byCourse).toMatchObject([
    { title: "IV", orders: 2, units: 3, revenue: 29850, discount: 8850, refunded: 19900 },
    { title: "MRI", orders: 1, units: 1, revenue: 1000, discount: 100, refunded: 0 },
  ]);
  expect(report.byDayAndCourse).toMatchObject([
    { day: "2026-11-24", title: "IV", orders: 1, units: 2 },
    { day: "2026-11-24", title: "MRI", orders: 1, units: 1 },
    { day: "2026-11-23", title: "IV", orders: 1, units: 1 },
  ]);
  expect(report.all).toMatchObject({ orders: 2, units: 4, revenue: 30850, discount: 8950, refunded: 19900 });
});

test("two courses with the same title stay separate", () => {
  const same = { title: "Dose" };
  const { byCourse } = buildReport(
    [fact("a", "2026-11-24T06:00:00Z", "one", same), fact("a", "2026-11-24T06:00:00Z", "two", same)],
    "UTC",
  );
  expect(byCourse.map(({ key }) => key)).toEqual(["one", "two"]);
});

test("a report works with nothing sold", () => {
  expect(buildReport([], "UTC")).toMatchObject({ byDay: [], byCourse: [], byDayAndCourse: [], all: { orders: 0 } });
});
