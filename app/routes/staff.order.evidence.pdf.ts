import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { OrderId } from "~/core/ids";
import { paperIn } from "~/core/paper";
import { evidenceFile } from "~/disputes/evidence-file.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader({ request, params: { order = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { pdf, fileName } = await evidenceFile(OrderId.parse(order), paperIn(request.url));
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
