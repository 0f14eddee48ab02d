import { staffLoader } from "~/accounts/staff-route.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";
import { labelsFile } from "~/shipping/parcels/files.server";

export const loader = staffLoader("shipping.read", async ({ request }) => {
  const { pdf, fileName } = await labelsFile(new URL(request.url).searchParams);
  return pdfResponse(pdf, fileName);
});
