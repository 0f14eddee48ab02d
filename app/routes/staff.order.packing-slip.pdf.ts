import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";
import { packingSlipsFile } from "~/shipping/parcels/files.server";

export async function loader({ request, params: { order = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const search = new URL(request.url).searchParams;
  search.set("orders", order);
  const { pdf, fileName } = await packingSlipsFile(search);
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
