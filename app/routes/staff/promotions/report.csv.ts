import { staffLoader } from "~/accounts/staff-route.server";
import { PromotionId } from "~/core/ids";
import { csvResponse } from "~/platform/http/csv-response.server";
import { readReport, spreadsheetOf } from "~/promotions/desk/report/report.server";

export const loader = staffLoader("promotions.read", async ({ params: { promotion = "" } }) => {
  const page = await readReport(PromotionId.parse(promotion));
  const { rows, columns } = spreadsheetOf(page);
  return csvResponse(rows, columns, `report ${page.promotion.name}.csv`);
});
