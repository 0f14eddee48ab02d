import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "~/certificates/certificate-file.server";
import { paperIn } from "~/core/paper";
import { openEnrollment } from "~/customers/open.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const { enrollmentId } = await openEnrollment(args);
  const { pdf, fileName } = await certificateFile(enrollmentId, paperIn(args.request.url));
  return pdfResponse(pdf, fileName);
}
