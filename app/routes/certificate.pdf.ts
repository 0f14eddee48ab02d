import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "~/certificates/certificate-file.server";
import { requireLearningLink } from "~/learning/links.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLearningLink(args);
  const paper = new URL(args.request.url).searchParams.get("paper") === "a4" ? "a4" : "letter";
  const { pdf, fileName } = await certificateFile(id, paper);
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store" });
}
