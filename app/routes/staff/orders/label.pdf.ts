import { staffLoader } from "~/accounts/staff-route.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";
import { labelsFile } from "~/shipping/parcels/files.server";

export const loader = staffLoader("shipping.read", async ({ params: { order = "" } }) => {
  const { pdf, fileName } = await labelsFile(new URLSearchParams({ orders: order, paper: "label" }));
  return pdfResponse(pdf, fileName);
});
