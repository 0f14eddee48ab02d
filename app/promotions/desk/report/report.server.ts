import type { PromotionId } from "~/core/ids";
import { decimalDollars } from "~/core/money";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { requireRecord } from "../../store/records.server";
import { readReportFacts } from "./facts.server";
import { buildReport } from "./report";

/** What a promotion sold, from the snapshots of paid orders. Throws a 404 if it does not exist. */
export async function readReport(promotionId: PromotionId) {
  const [{ timeZone }, { id, values }, facts] = await Promise.all([
    readShop(),
    requireRecord(db(), promotionId),
    readReportFacts(promotionId),
  ]);
  return { promotion: { id, name: values.name }, report: buildReport(facts, timeZone) };
}
export type ReportPage = Awaited<ReturnType<typeof readReport>>;

/** The report for a spreadsheet: one row for each day and course and no totals, so it can be added up any way. */
export function buildSpreadsheet({ report }: Pick<ReportPage, "report">) {
  const columns = ["Day", "Course", "Orders", "Units", "Revenue USD", "Discount USD", "Refunded USD"];
  const rows = report.byDayAndCourse.map(({ day, title, orders, units, revenue, discount, refunded }) => ({
    Day: day,
    Course: title,
    Orders: orders,
    Units: units,
    "Revenue USD": decimalDollars(revenue),
    "Discount USD": decimalDollars(discount),
    "Refunded USD": decimalDollars(refunded),
  }));
  return { columns, rows };
}
