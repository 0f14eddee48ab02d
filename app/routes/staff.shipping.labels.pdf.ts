import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";
import { labelsFile } from "~/shipping/parcels/files.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { pdf, fileName } = await labelsFile(new URL(request.url).searchParams);
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
