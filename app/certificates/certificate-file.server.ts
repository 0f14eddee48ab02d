import type { EnrollmentId } from "~/core/ids";
import type { Paper } from "~/core/paper";
import { now } from "~/platform/clock.server";
import { certificatePdf } from "./certificate-pdf.server";
import { readCertificate } from "./certificates.server";

/** An enrolment's certificate as a document with its name. Throws a 404 where there is none yet. */
export async function certificateFile(enrolmentId: EnrollmentId, paper: Paper) {
  const { snapshot, demo } = await readCertificate(enrolmentId);
  const learner = [...snapshot.participant].slice(0, 60).join("");
  return {
    pdf: certificatePdf(snapshot, { paper, demo, at: now() }),
    fileName: `Certificate ${snapshot.number} ${learner}.pdf`,
  };
}
