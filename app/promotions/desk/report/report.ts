import { type Day, dayIn } from "~/core/dates";
import type { CourseId, OrderId } from "~/core/ids";
import { type Cents, cents, noCents } from "~/core/money";
import { compareText } from "../../units/promotion";

/** What a promotion applied to in one course of one paid order. Amounts are cents. */
export type ReportFact = {
  orderId: OrderId;
  paidAt: Date;
  courseId: CourseId;
  title: string;
  units: number;
  /** What was paid for them. */
  revenue: Cents;
  /** What the promotion took off. */
  discount: Cents;
  /** The part of the revenue that was refunded. */
  refunded: Cents;
};
export type ReportFigures = { orders: number; units: number; revenue: Cents; discount: Cents; refunded: Cents };
export type ReportRow = ReportFigures & { key: string; day: Day; courseId: CourseId; title: string };
export type Report = { byDay: ReportRow[]; byCourse: ReportRow[]; byDayAndCourse: ReportRow[]; all: ReportFigures };

/** What a promotion sold and took off, by the shop's calendar day and by course. Each row counts an order once. */
export function buildReport(facts: readonly ReportFact[], timeZone: string): Report {
  const dated = facts.map((fact) => ({ ...fact, day: dayIn(fact.paidAt, timeZone) }));
  const newestFirst = (a: ReportRow, b: ReportRow) => compareText(b.day, a.day);
  const largestFirst = (a: ReportRow, b: ReportRow) => b.revenue - a.revenue || compareText(a.title, b.title);
  return {
    byDay: group(dated, ({ day }) => day).sort(newestFirst),
    byCourse: group(dated, ({ courseId }) => courseId).sort(largestFirst),
    byDayAndCourse: group(dated, ({ day, courseId }) => `${day} ${courseId}`).sort(
      (a, b) => newestFirst(a, b) || largestFirst(a, b),
    ),
    all: group(dated, () => "all")[0] ?? {
      orders: 0,
      units: 0,
      revenue: noCents,
      discount: noCents,
      refunded: noCents,
    },
  };
}

function group(facts: readonly (ReportFact & { day: Day })[], keyOf: (fact: ReportFact & { day: Day }) => string) {
  const groups = new Map<string, ReportRow & { ids: Set<string> }>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const { day, courseId, title } = fact;
    const none = { orders: 0, units: 0, revenue: noCents, discount: noCents, refunded: noCents };
    const row = groups.get(key) ?? { key, day, courseId, title, ...none, ids: new Set() };
    row.ids.add(fact.orderId);
    row.units += fact.units;
    row.revenue = cents(row.revenue + fact.revenue);
    row.discount = cents(row.discount + fact.discount);
    row.refunded = cents(row.refunded + fact.refunded);
    groups.set(key, row);
  }
  return [...groups.values()].map(({ ids, ...row }): ReportRow => ({ ...row, orders: ids.size }));
}
