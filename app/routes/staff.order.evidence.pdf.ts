import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/sessions.server";
import { evidenceFile } from "~/disputes/evidence-file.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader({ request, params: { order = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const paper = new URL(request.url).searchParams.get("paper") === "a4" ? "a4" : "letter";
  const { pdf, fileName } = await evidenceFile(order, paper);
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
