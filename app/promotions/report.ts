import { type Day, dayIn } from "~/core/dates";

/** A portion of a paid order that the promotion took something off. Amounts are cents. */
export type PricedRow = {
  orderId: string;
  paidAt: Date;
  title: string;
  quantity: number;
  total: number;
  discount: number;
};
export type ReportRow = { label: string; orders: number; units: number; revenue: number; discount: number };
export type Report = { byDay: (ReportRow & { label: Day })[]; byCourse: ReportRow[]; all: ReportRow };

/** What a promotion brought and gave away, by the shop's calendar day and by course. An order is counted once in each row. */
export function reportOf(rows: readonly PricedRow[], timeZone: string): Report {
  const byDay = group(rows, ({ paidAt }) => dayIn(paidAt, timeZone));
  const byCourse = group(rows, ({ title }) => title);
  return {
    byDay: byDay.sort((a, b) => (a.label < b.label ? 1 : -1)),
    byCourse: byCourse.sort((a, b) => b.revenue - a.revenue || (a.label < b.label ? -1 : 1)),
    all: group(rows, () => "All")[0] ?? { label: "All", orders: 0, units: 0, revenue: 0, discount: 0 },
  };
}

function group(rows: readonly PricedRow[], labelOf: (row: PricedRow) => string): ReportRow[] {
  const groups = new Map<string, ReportRow & { ids: Set<string> }>();
  for (const row of rows) {
    const label = labelOf(row);
    const found = groups.get(label) ?? { label, orders: 0, units: 0, revenue: 0, discount: 0, ids: new Set() };
    found.ids.add(row.orderId);
    found.units += row.quantity;
    found.revenue += row.total;
    found.discount += row.discount;
    groups.set(label, found);
  }
  return [...groups.values()].map(({ ids, ...row }) => ({ ...row, orders: ids.size }));
}
