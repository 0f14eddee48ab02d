import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificatePdf } from "~/certificates/certificate-pdf.server";
import { readCertificate } from "~/certificates/certificates.server";
import { requireLearningLink } from "~/learning/links.server";
import { now } from "~/platform/clock.server";
import { pdfResponse } from "~/platform/http/pdf-response.server";

export async function loader(args: LoaderFunctionArgs) {
  const id = await requireLearningLink(args);
  const { snapshot, demo } = await readCertificate(id);
  const paper = new URL(args.request.url).searchParams.get("paper") === "a4" ? "a4" : "letter";
  const pdf = certificatePdf(snapshot, { paper, demo, at: now() });
  const learner = [...snapshot.participant].slice(0, 60).join("");
  return pdfResponse(pdf, `Certificate ${snapshot.number} ${learner}.pdf`, { "Cache-Control": "no-store" });
}
