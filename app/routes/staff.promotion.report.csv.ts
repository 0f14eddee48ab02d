import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { PromotionId } from "~/core/ids";
import { csvResponse } from "~/platform/http/csv-response.server";
import { readReport, spreadsheetOf } from "~/promotions/desk/report/report.server";

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const page = await readReport(PromotionId.parse(promotion));
  const { rows, columns } = spreadsheetOf(page);
  return csvResponse(rows, columns, `report ${page.promotion.name}.csv`);
}
