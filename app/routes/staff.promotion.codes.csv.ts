import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { csvResponse } from "~/platform/http/csv-response.server";
import { downloadCodes } from "~/promotions/desk/codes/codes.server";

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  const { email: actor } = await requireStaff(request);
  const { rows, fileName } = await downloadCodes(promotion, actor);
  return csvResponse(rows, ["Code", "State", "Created"], fileName);
}
