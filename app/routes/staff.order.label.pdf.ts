import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";
import { labelsFile } from "~/shipping/parcels/files.server";

export async function loader({ request, params: { order = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { pdf, fileName } = await labelsFile(new URLSearchParams({ orders: order, paper: "label" }));
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
