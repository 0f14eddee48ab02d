import type { EnrollmentId } from "~/core/ids";
import type { Paper } from "~/core/paper";
import { now } from "~/platform/clock.server";
import { certificatePdf } from "./certificate-pdf.server";
import { readCertificate } from "./certificates.server";

/** An enrollment's certificate PDF with its file name. Throws a 404 if there is none yet. */
export async function certificateFile(enrollmentId: EnrollmentId, paper: Paper) {
  const { snapshot, demo } = await readCertificate(enrollmentId);
  const learner = [...snapshot.participant].slice(0, 60).join("");
  return {
    pdf: certificatePdf(snapshot, { paper, demo, at: now() }),
    fileName: `Certificate ${snapshot.number} ${learner}.pdf`,
  };
}
