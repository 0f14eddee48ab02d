import type { LoaderFunctionArgs } from "@remix-run/node";
import { paperIn } from "~/core/paper";
import { openOrder } from "~/customers/open.server";
import { invoiceFile } from "~/orders/invoice/file.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const { orderId } = await openOrder(args);
  const { pdf, fileName } = await invoiceFile(orderId, paperIn(args.request.url));
  return pdfResponse(pdf, fileName);
}
