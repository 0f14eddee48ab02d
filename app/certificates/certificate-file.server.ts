import { now } from "~/platform/clock.server";
import { type Paper, pdfResponse } from "~/platform/pdf.server";
import { certificatePdf } from "./certificate-pdf.server";
import { readCertificate } from "./certificates.server";

/** The certificate as a file that no cache keeps. Throws a 404 where the enrolment has none yet. */
export async function certificateFile(enrolmentId: string, paper: Paper): Promise<Response> {
  const { snapshot, demo } = await readCertificate(enrolmentId);
  const learner = [...snapshot.participant].slice(0, 60).join("");
  const pdf = certificatePdf(snapshot, { paper, demo, at: now() });
  return pdfResponse(pdf, `Certificate ${snapshot.number} ${learner}.pdf`, { "Cache-Control": "no-store" });
}
