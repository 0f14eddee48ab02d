import type { LoaderFunctionArgs } from "@remix-run/node";
import { OrderId } from "~/core/ids";
import { paperIn } from "~/core/paper";
import { requireOwnOrder } from "~/customers/own.server";
import { invoiceFile } from "~/orders/invoice/file.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const orderId = await requireOwnOrder(args, OrderId.parse(args.params.order ?? ""));
  const { pdf, fileName } = await invoiceFile(orderId, paperIn(args.request.url));
  return pdfResponse(pdf, fileName);
}
