import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "~/certificates/certificate-file.server";
import { EnrollmentId } from "~/core/ids";
import { paperIn } from "~/core/paper";
import { requireOwnEnrollment } from "~/customers/own.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const enrollmentId = await requireOwnEnrollment(args, EnrollmentId.parse(args.params.enrollment ?? ""));
  const { pdf, fileName } = await certificateFile(enrollmentId, paperIn(args.request.url));
  return pdfResponse(pdf, fileName);
}
