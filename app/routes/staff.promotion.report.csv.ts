import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { csvResponse } from "~/platform/http/csv-response.server";
import { buildSpreadsheet, readReport } from "~/promotions/desk/report/report.server";

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const page = await readReport(promotion);
  const { rows, columns } = buildSpreadsheet(page);
  return csvResponse(rows, columns, `report ${page.promotion.name}.csv`);
}
