import { staffLoader } from "~/accounts/staff-route.server";
import { OrderId } from "~/core/ids";
import { paperIn } from "~/core/paper";
import { evidenceFile } from "~/disputes/evidence-pdf.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export const loader = staffLoader("disputes.read", async ({ request, params: { order = "" } }) => {
  const { pdf, fileName } = await evidenceFile(OrderId.parse(order), paperIn(request.url));
  return pdfResponse(pdf, fileName);
});
