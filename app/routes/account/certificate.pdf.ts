import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "~/certificates/certificate-file.server";
import { EnrollmentId } from "~/core/ids";
import { paperIn } from "~/core/paper";
import { requireOwnEnrolment } from "~/customers/own.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const enrolmentId = await requireOwnEnrolment(args, EnrollmentId.parse(args.params.enrolment ?? ""));
  const { pdf, fileName } = await certificateFile(enrolmentId, paperIn(args.request.url));
  return pdfResponse(pdf, fileName, { "Cache-Control": "no-store, private" });
}
