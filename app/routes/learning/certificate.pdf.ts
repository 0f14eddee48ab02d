import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "~/certificates/certificate-file.server";
import { paperIn } from "~/core/paper";
import { requireLearningLink } from "~/learning/enrollment/links.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLearningLink(args);
  const { pdf, fileName } = await certificateFile(id, paperIn(args.request.url));
  return pdfResponse(pdf, fileName);
}
