import type { LoaderFunctionArgs } from "@remix-run/node";
import { paperIn } from "~/core/paper";
import { invoiceFile } from "~/orders/invoice/file.server";
import { requireOrderLink } from "~/orders/links.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { pdf, fileName } = await invoiceFile(await requireOrderLink(params), paperIn(request.url));
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
