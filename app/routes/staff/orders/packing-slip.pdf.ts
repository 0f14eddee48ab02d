import { staffLoader } from "~/accounts/staff-route.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";
import { packingSlipsFile } from "~/shipping/parcels/files.server";

export const loader = staffLoader("shipping.read", async ({ request, params: { order = "" } }) => {
  const search = new URL(request.url).searchParams;
  search.set("orders", order);
  const { pdf, fileName } = await packingSlipsFile(search);
  return pdfResponse(pdf, fileName);
});
